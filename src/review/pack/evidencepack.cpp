#include "review/pack/evidencepack.h"

#include "core/reasoncode.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace finhub::review {

namespace {
QString timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

/// Members that say nothing are left out.
class Json {
public:
    Json& add(const char* name, const QString& text)
    {
        if (!text.isEmpty())
            m_object.insert(QLatin1String(name), text);
        return *this;
    }
    Json& add(const char* name, const QDateTime& time) { return add(name, timeText(time)); }
    template <typename T>
    Json& add(const char* name, const WireValue<T>& value)
    {
        return add(name, value.text());
    }
    template <typename T>
    Json& add(const char* name, const QList<WireValue<T>>& values)
    {
        QJsonArray texts;
        for (const WireValue<T>& value : values)
            texts << value.text();
        m_object.insert(QLatin1String(name), texts);
        return *this;
    }
    Json& set(const char* name, const QJsonValue& value)
    {
        m_object.insert(QLatin1String(name), value);
        return *this;
    }
    const QJsonObject& object() const { return m_object; }

private:
    QJsonObject m_object;
};

QJsonObject personOf(const Person& person)
{
    return Json()
        .add("firstName", person.firstName)
        .add("lastName", person.lastName)
        .add("email", person.email)
        .add("phone", person.phone)
        .add("dateOfBirth", person.dateOfBirth.toString(Qt::ISODate))
        .add("nationality", person.nationality)
        .add("gender", person.gender)
        .add("placeOfBirth", person.placeOfBirth)
        .object();
}

QJsonObject customerOf(const Customer& customer)
{
    QJsonArray consents;
    for (const Consent& consent : customer.consents)
        consents << Json()
                        .add("type", consent.type)
                        .add("status", consent.status)
                        .add("version", consent.version)
                        .add("grantedAt", consent.grantedAt)
                        .object();
    return Json()
        .add("customerId", customer.id.text())
        .add("tenantId", customer.tenantId.text())
        .set("declared", personOf(customer.person))
        .add("categoryId", customer.categoryId.text())
        .add("categoryName", customer.categoryName)
        .add("stage", customer.stage)
        .add("risk", customer.risk)
        .set("consents", consents)
        .add("createdAt", customer.createdAt)
        .add("updatedAt", customer.updatedAt)
        .object();
}

QJsonObject verificationOf(const Verification& verification)
{
    Json json;
    json.add("verificationId", verification.id.text())
        .add("type", verification.type)
        .add("status", verification.status)
        .add("level", verification.level)
        .add("risk", verification.risk)
        .add("requiredDocuments", verification.requiredDocuments)
        .set("round", verification.round)
        .add("initiatedBy", verification.initiatedBy)
        .add("startedAt", verification.startedAt)
        .add("submittedAt", verification.submittedAt)
        .add("decidedAt", verification.decidedAt)
        .add("decidedBy", verification.decidedBy)
        .set("reasonCodes", QJsonArray::fromStringList(verification.reasonCodes))
        .add("comment", verification.comment)
        .add("notes", verification.notes);
    if (verification.missingDocuments)
        json.add("missingDocuments", *verification.missingDocuments);
    if (verification.version)
        json.set("version", *verification.version);
    return json.object();
}

QJsonArray timelineOf(const QList<TimelineEvent>& timeline)
{
    QJsonArray events;
    for (const TimelineEvent& event : timeline)
        events << Json()
                      .add("id", event.id)
                      .add("type", event.type)
                      .add("at", event.at)
                      .add("actorType", event.actorType)
                      .add("actorId", event.actorId)
                      .add("summary", event.summary)
                      .object();
    return events;
}

QJsonObject reasonsOf(const Verification& verification)
{
    QJsonArray reasons;
    for (const QString& code : mostSevereFirst(verification.reasonCodes)) {
        Json json;
        json.add("code", code);
        if (const ReasonCode* reason = findReason(code))
            json.set("internal", reason->internal)
                .add("disposition", reason->disposition == Disposition::Final ? QStringLiteral("FINAL")
                                                                              : QStringLiteral("RETRY"))
                .add("publicText", reason->publicTextString());
        reasons << json.object();
    }
    return Json()
        .add("status", verification.status)
        .add("decidedAt", verification.decidedAt)
        .add("decidedBy", verification.decidedBy)
        .set("reasons", reasons)
        .add("shownToCustomer", verification.comment)
        .add("internalNotes", verification.notes)
        .object();
}

QJsonArray documentsOf(const QList<Document>& documents)
{
    QJsonArray list;
    for (const Document& document : documents) {
        Json json;
        json.add("documentId", document.id.text())
            .add("type", document.type)
            .add("requirement", document.requirement)
            .add("fileName", document.fileName)
            .add("mimeType", document.mimeType)
            .add("sha256", QString::fromLatin1(document.sha256))
            .add("status", document.status)
            .set("round", document.round)
            .add("uploadedAt", document.uploadedAt)
            .add("uploadedBy", document.uploadedBy);
        if (document.size >= 0)
            json.set("size", document.size);
        list << json.object();
    }
    return list;
}

PackFile jsonFile(QLatin1StringView name, const QJsonObject& object)
{
    return {.name = name, .content = QJsonDocument(object).toJson()};
}

QString extensionOf(MimeType type)
{
    switch (type) {
    case MimeType::Pdf:
        return QStringLiteral("pdf");
    case MimeType::Jpeg:
        return QStringLiteral("jpg");
    case MimeType::Png:
        return QStringLiteral("png");
    case MimeType::Unknown:
        break;
    }
    return QStringLiteral("bin");
}
} // namespace

QList<PackFile> packRecords(const PackCase& of)
{
    return {
        jsonFile(packname::Record, Json()
                                       .set("customer", customerOf(of.customer))
                                       .set("verification", verificationOf(of.verification))
                                       .set("timeline", timelineOf(of.timeline))
                                       .add("exportedAt", of.exportedAt)
                                       .add("exportedBy", of.officer)
                                       .object()),
        jsonFile(packname::Reasons, reasonsOf(of.verification)),
        jsonFile(packname::Documents,
                 Json().set("documents", documentsOf(of.verification.documents)).object()),
    };
}

QString packDocumentName(const Document& document, int number)
{
    // The name that came with the file is somebody else's text; it stands in documents.json.
    return QStringLiteral("documents/%1.%2")
        .arg(number, 3, 10, QLatin1Char('0'))
        .arg(extensionOf(document.mimeType.value()));
}

PackFile packContents(const QList<PackFile>& files, const CustomerId& customer)
{
    QJsonObject hashes;
    for (const PackFile& file : files)
        hashes.insert(file.name, QString::fromLatin1(packHash(file.content)));
    return jsonFile(
        packname::Contents,
        Json().set("evidencePack", 1).add("customerId", customer.text()).set("sha256", hashes).object());
}

QByteArray packHash(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

} // namespace finhub::review
