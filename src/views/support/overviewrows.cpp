#include "views/support/overviewrows.h"

#include "views/support/masking.h"
#include "views/support/overviewtexts.h"
#include "views/timetext.h"
#include "views/tones.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace finhub::views::overview {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::overview", text);
}

FieldRow plainRow(const QString& name, const QString& value)
{
    return {.name = name, .value = value};
}

FieldRow chipRow(const QString& name, const QString& chip, Tone tone, const QString& value = {})
{
    return {.name = name, .value = value, .chip = chip, .tone = tone};
}

/// A value that is copied with a button.
FieldRow copyRow(const QString& key, const QString& name, const QString& value)
{
    return {.name = name, .value = displayLine(value), .key = key, .copy = value};
}

/// Adds what is there; what is not is said in words once everything has arrived.
class Rows {
public:
    Rows(Known known, const Disclosure& disclosure)
        : m_known(known)
        , m_disclosure(disclosure)
    {
    }

    void add(const FieldRow& row) { m_rows << row; }
    void text(const QString& name, const QString& value, const QString& absent)
    {
        if (!value.isEmpty())
            add(plainRow(name, displayText(value)));
        else if (m_known == Known::Completely)
            add(plainRow(name, absent));
    }
    void id(const QString& key, const QString& name, const QString& id)
    {
        if (!id.isEmpty())
            add(copyRow(key, name, id));
        else if (m_known == Known::Completely)
            add(plainRow(name, tr("Unknown")));
    }
    /// A personal value with what it looks like when masked.
    void personal(const QString& key, const QString& name, const QString& value, const QString& masked,
                  const QString& absent)
    {
        if (value.isEmpty()) {
            text(name, value, absent);
        } else if (m_disclosure.isMasked(key)) {
            add({.name = name, .value = displayLine(masked), .key = key, .masked = true});
        } else {
            add(copyRow(key, name, value));
        }
    }
    QList<FieldRow> rows() const { return m_rows; }

private:
    Known m_known;
    const Disclosure& m_disclosure;
    QList<FieldRow> m_rows;
};

/// "31 Mar 2026, 09:20", or that it is not known.
QString timeOr(const QDateTime& time, const QString& absent)
{
    return time.isValid() ? dateTimeText(time) : absent;
}

QString nameOf(const QString& userId, const QList<TimelineEvent>& activity)
{
    const auto event = std::find_if(activity.begin(), activity.end(), [&userId](const TimelineEvent& e) {
        return e.actorId == userId && !e.actorName.isEmpty();
    });
    return event == activity.end() ? displayLine(userId) : displayLine(event->actorName);
}

/// Facts in a row: a line ends between two of them, not inside one.
QString factsText(QStringList facts)
{
    for (QString& fact : facts)
        fact.replace(u' ', QChar(QChar::Nbsp));
    return facts.join(QStringLiteral("\u00a0· "));
}

FieldRow documentRow(const Document& document, const Disclosure& disclosure)
{
    const QString key = QStringLiteral("fileName_%1").arg(document.id.text());
    const bool masked = disclosure.isMasked(key) && !document.fileName.isEmpty();
    const QString name = masked ? masking::fileName(document.fileName) : document.fileName;
    QStringList facts;
    if (document.size >= 0)
        facts << words::fileSize(document.size);
    facts << words::mimeType(document.mimeType.value());
    facts << tr("round %1").arg(QLocale().toString(document.round));
    if (document.uploadedAt.isValid())
        facts << dateTimeText(document.uploadedAt);
    const QString sum = QString::fromLatin1(document.sha256);
    QStringList lines{name.isEmpty() ? tr("Without a file name") : displayLine(name, 120), factsText(facts),
                      sum.isEmpty() ? tr("The server sends no SHA-256")
                                    : tr("SHA-256 %1").arg(shortened(sum))};
    const bool verified = document.verified || document.status.value() == DocumentStatus::Verified;
    return {.name = words::documentType(document.type),
            .value = lines.join(u'\n'),
            .chip = documentStatus(verified ? DocumentStatus::Verified : document.status),
            .tone = verified ? Tone::Good : Tone::Outline,
            .key = key,
            .copy = sum,
            .copyOf = tr("SHA-256 of %1").arg(words::documentType(document.type)),
            .masked = masked};
}

/// A flag of the readiness check (2.12); an absent one is unknown, not false (R14).
FieldRow flagRow(const QString& name, const std::optional<bool>& flag, const QString& yes, const QString& no)
{
    if (!flag)
        return chipRow(name, tr("Not said"), Tone::Outline);
    return *flag ? chipRow(name, yes, Tone::Good) : chipRow(name, no, Tone::Soon);
}
} // namespace

QList<FieldRow> declaredRows(const Customer& customer, Known known, const Disclosure& disclosure)
{
    const QString absent = tr("Not given");
    const Person& person = customer.person;
    Rows rows(known, disclosure);
    if (person.fullName().isEmpty())
        rows.text(tr("Name"), {}, absent);
    else
        rows.add(copyRow(QStringLiteral("name"), tr("Name"), person.fullName()));
    rows.personal(QStringLiteral("email"), tr("E-mail"), person.email, masking::email(person.email), absent);
    rows.personal(QStringLiteral("phone"), tr("Phone"), person.phone, masking::phone(person.phone), absent);
    rows.personal(QStringLiteral("dateOfBirth"), tr("Born"),
                  person.dateOfBirth.isValid() ? dateText(person.dateOfBirth) : QString(),
                  masking::date(person.dateOfBirth), absent);
    rows.personal(QStringLiteral("placeOfBirth"), tr("Born in"), person.placeOfBirth,
                  masking::text(person.placeOfBirth), absent);
    rows.text(tr("Nationality"), person.nationality, absent);
    rows.text(tr("Gender"), person.gender.isEmpty() ? QString() : words::gender(person.gender), absent);
    rows.personal(QStringLiteral("pincode"), tr("Postal code"), person.pincode, masking::text(person.pincode),
                  absent);
    return rows.rows();
}

QList<FieldRow> accountRows(const Customer& customer, Known known, const Disclosure& disclosure)
{
    const QString unknown = tr("Unknown");
    Rows rows(known, disclosure);
    rows.id(QStringLiteral("customerId"), tr("Customer id"), customer.id.text());
    rows.id(QStringLiteral("userId"), tr("User id"), customer.userId.text());
    rows.personal(QStringLiteral("userName"), tr("User name"), customer.userName,
                  masking::userName(customer.userName), unknown);
    rows.text(tr("User"), customer.userStatus.isEmpty() ? QString() : userStatus(customer.userStatus),
              unknown);
    rows.text(tr("Customer"),
              customer.customerStatus.isEmpty() ? QString() : customerStatus(customer.customerStatus),
              unknown);
    rows.add(chipRow(tr("Risk"), words::risk(customer.risk), views::toneOf(customer.risk)));
    rows.text(tr("Category"), customer.categoryName, unknown);
    rows.id(QStringLiteral("categoryId"), tr("Category id"), customer.categoryId.text());
    rows.id(QStringLiteral("tenantId"), tr("Tenant id"), customer.tenantId.text());
    rows.text(tr("Registered"), customer.createdAt.isValid() ? dateTimeText(customer.createdAt) : QString(),
              unknown);
    rows.text(tr("Changed"), customer.updatedAt.isValid() ? dateTimeText(customer.updatedAt) : QString(),
              unknown);
    return rows.rows();
}

QList<FieldRow> verificationRows(const Verification& verification, const QList<TimelineEvent>& activity)
{
    const QString notYet = tr("Not yet");
    QList<FieldRow> rows{
        chipRow(tr("Status"), words::status(verification.status), views::toneOf(verification.status.value())),
        plainRow(tr("Type"), verificationType(verification.type)),
        plainRow(tr("Level"), words::level(verification.level)),
        plainRow(tr("Round"), QLocale().toString(verification.round))};
    rows << plainRow(tr("Started"), verification.initiatedBy.isEmpty()
                                        ? timeOr(verification.startedAt, tr("Unknown"))
                                        : tr("%1 by %2")
                                              .arg(timeOr(verification.startedAt, tr("At an unknown time,")),
                                                   nameOf(verification.initiatedBy, activity)));
    rows << plainRow(tr("Submitted"), timeOr(verification.submittedAt, notYet));
    if (verification.decidedAt.isValid() || isClosed(verification.status.value()))
        rows << plainRow(tr("Decided"),
                         verification.decidedBy.isEmpty()
                             ? timeOr(verification.decidedAt, tr("At an unknown time"))
                             : tr("%1 by %2")
                                   .arg(timeOr(verification.decidedAt, tr("At an unknown time,")),
                                        nameOf(verification.decidedBy, activity)));
    else
        rows << plainRow(tr("Decided"), notYet);
    QStringList reasons;
    for (const QString& code : verification.reasonCodes)
        reasons << reasonWithMark(code);
    if (!reasons.isEmpty())
        rows << plainRow(tr("Reasons"), reasons.join(u'\n'));
    if (!verification.comment.isEmpty())
        rows << plainRow(tr("To customer"), displayText(verification.comment));
    if (!verification.notes.isEmpty())
        rows << plainRow(tr("Internal note"), displayText(verification.notes));
    rows << plainRow(tr("Version"), verification.version ? QLocale().toString(*verification.version)
                                                         : tr("The server does not say"));
    rows << copyRow(QStringLiteral("verificationId"), tr("Id"), verification.id.text());
    return rows;
}

QList<FieldRow> documentRows(const Verification& verification, const Disclosure& disclosure)
{
    QList<FieldRow> rows;
    if (verification.missingDocuments) {
        for (const WireValue<Requirement>& missing : *verification.missingDocuments)
            rows << chipRow(words::requirement(missing), tr("! Missing"), Tone::Bad);
    }
    for (const Document& document : verification.documents)
        rows << documentRow(document, disclosure);
    return rows;
}

QList<FieldRow> consentRows(const Customer& customer)
{
    QList<FieldRow> rows;
    for (const Consent& consent : customer.consents) {
        QStringList facts;
        if (!consent.version.isEmpty())
            facts << tr("version %1").arg(displayLine(consent.version, 20));
        if (consent.grantedAt.isValid())
            facts << dateText(consent.grantedAt);
        if (consent.expiresAt.isValid())
            facts << tr("until %1").arg(dateText(consent.expiresAt));
        QString chip;
        Tone tone = Tone::Outline;
        switch (consent.status.value()) {
        case ConsentStatus::Accepted:
            chip = tr("✓ Accepted");
            tone = Tone::Good;
            break;
        case ConsentStatus::Pending:
            chip = tr("Pending");
            break;
        case ConsentStatus::Unknown:
            chip = consent.status.isAbsent() ? tr("Not said") : displayLine(consent.status.text(), 40);
            break;
        }
        rows << chipRow(words::consent(consent.type), chip, tone, factsText(facts));
    }
    return rows;
}

QList<FieldRow> activationRows(const Customer& customer, const std::optional<Readiness>& readiness,
                               const Disclosure& disclosure)
{
    const Activation& activation = customer.activation;
    const bool active = activation.activated.value_or(false);
    const QString silent = tr("The server does not say");
    Rows rows(active ? Known::Completely : Known::FromList, disclosure);
    rows.add(!activation.activated ? chipRow(tr("Account"), tr("Not said"), Tone::Outline)
             : active              ? chipRow(tr("Account"), tr("✓ Active"), Tone::Good)
                                   : chipRow(tr("Account"), tr("Not active"), Tone::Outline));
    if (activation.activated && !active)
        rows.add(plainRow(tr("IBAN"), tr("Given with the activation")));
    rows.text(tr("Since"),
              activation.activatedAt.isValid() ? dateTimeText(activation.activatedAt) : QString(), silent);
    rows.personal(QStringLiteral("iban"), tr("IBAN"), activation.iban, masking::iban(activation.iban),
                  silent);
    rows.id(QStringLiteral("walletId"), tr("Wallet id"), activation.walletId);
    // Of an active customer the check only says that there is nothing left to activate.
    if (readiness && !active) {
        rows.add(flagRow(tr("Ready"), readiness->activationAllowed, tr("✓ Yes"), tr("Not now")));
        rows.add(flagRow(tr("Verified"), readiness->verificationOk, tr("✓ Yes"), tr("Not yet")));
        rows.add(flagRow(tr("Consents"), readiness->consentOk, tr("✓ All given"), tr("Missing")));
        if (readiness->powerTenantApprovalRequired.value_or(false))
            rows.add(flagRow(tr("Senior approval"), readiness->powerTenantApprovalOk, tr("✓ Given"),
                             tr("Needed")));
    }
    return rows.rows();
}

} // namespace finhub::views::overview
