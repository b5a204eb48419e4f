#include "sandbox/seed/seededcustomers.h"

#include "core/foldedtext.h"
#include "core/reasoncode.h"
#include "core/requireddocuments.h"
#include "sandbox/accounts/accounts.h"
#include "sandbox/accounts/categories.h"
#include "sandbox/seed/names.h"
#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/specimenrandom.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace finhub::sandbox {

namespace {
/// Independent streams of numbers for one customer, so that a change to one does not move the others.
enum class Stream : quint64 { Person = 1, Documents, Reasons, Account };

quint64 streamSeed(quint64 seed, quint32 index, Stream stream)
{
    return SpecimenRandom(seed ^ (quint64(index) << 20) ^ (quint64(stream) << 56)).next();
}

const NameGroup& groupFor(SpecimenRandom& random)
{
    const auto& groups = nameGroups();
    static const int total = std::accumulate(groups.begin(), groups.end(), 0,
                                             [](int sum, const NameGroup& g) { return sum + g.weight; });
    int ticket = random.below(total);
    for (const NameGroup& group : groups) {
        ticket -= group.weight;
        if (ticket < 0)
            return group;
    }
    return groups.front();
}

QString pickName(const QStringList& names, SpecimenRandom& random)
{
    return names.at(random.below(static_cast<int>(names.size())));
}

/// The letters a to z of a name, which is what people put into their addresses.
QString mailLetters(const QString& name)
{
    QString letters;
    for (const QChar c : foldedText(name)) {
        if (c >= u'a' && c <= u'z')
            letters += c;
    }
    return letters.left(24);
}

/// Ends in the customer's place, which no other customer shares.
QString mailFor(const Person& person, quint32 index, SpecimenRandom& random)
{
    static constexpr char16_t Joints[] = {u'.', u'_', u'-', u'.'};
    const QString first = mailLetters(person.firstName);
    const QString last = mailLetters(person.lastName);
    QString local = random.oneIn(5) ? first.left(1) : first;
    if (!local.isEmpty() && !last.isEmpty())
        local += QChar(random.pick(Joints));
    local += last;
    return QStringLiteral("%1%2@example.%3")
        .arg(local)
        .arg(index + 1)
        .arg(random.oneIn(3) ? QStringLiteral("org") : QStringLiteral("com"));
}

QString phoneFor(const NameGroup& group, SpecimenRandom& random)
{
    QString phone = group.callingCode + group.mobile;
    for (int i = 0; i < group.subscriberDigits; ++i)
        phone += QChar(u'0' + random.below(10));
    return phone;
}

MimeType mimeFor(DocumentType type, SpecimenRandom& random)
{
    switch (type) {
    case DocumentType::Passport:
    case DocumentType::Selfie:
    case DocumentType::DriversLicense:
        return MimeType::Jpeg;
    case DocumentType::IdCard:
    case DocumentType::NationalId:
    case DocumentType::GovernmentId:
        return random.oneIn(2) ? MimeType::Png : MimeType::Jpeg;
    case DocumentType::ProofOfAddress:
    case DocumentType::SourceOfFunds:
    case DocumentType::BankStatement:
    case DocumentType::IncomeProof:
    case DocumentType::BeneficialOwnership:
    case DocumentType::PepDeclaration:
    case DocumentType::Unknown:
        break;
    }
    return MimeType::Pdf;
}

QString fileNameFor(DocumentType type, MimeType mime)
{
    const QString ending = mime == MimeType::Pdf    ? QStringLiteral(".pdf")
                           : mime == MimeType::Jpeg ? QStringLiteral(".jpg")
                                                    : QStringLiteral(".png");
    if (type == DocumentType::ProofOfAddress)
        return QStringLiteral("utility-bill") + ending;
    return WireValue<DocumentType>::nameOf(type).toLower().replace(u'_', u'-') + ending;
}

/// What an officer writes when an identity document shows this flaw.
QString reasonFor(Flaw flaw)
{
    switch (flaw) {
    case Flaw::Blurred:
        return QStringLiteral("DOCUMENT_UNREADABLE");
    case Flaw::Cropped:
        return QStringLiteral("DOCUMENT_INCOMPLETE");
    case Flaw::BlackAndWhite:
        return QStringLiteral("BLACK_AND_WHITE");
    case Flaw::Expired:
        return QStringLiteral("DOCUMENT_EXPIRED");
    case Flaw::NameDiffers:
        return QStringLiteral("DATA_MISMATCH_NAME");
    case Flaw::BirthDateDiffers:
        return QStringLiteral("DATA_MISMATCH_DOB");
    case Flaw::BillTooOld:
        return QStringLiteral("POA_TOO_OLD");
    case Flaw::None:
        break;
    }
    return QStringLiteral("LOW_RESOLUTION");
}

/// The flaw for which the seeded officer sends an identity document back.
Flaw flawToSendBack(SpecimenRandom& random)
{
    static constexpr Flaw Flaws[] = {Flaw::Blurred, Flaw::Cropped, Flaw::BlackAndWhite, Flaw::Expired};
    return random.pick(Flaws);
}

QString finalReason(SpecimenRandom& random)
{
    QStringList codes;
    for (const ReasonCode& reason : reasonCatalogue()) {
        if (reason.disposition == Disposition::Final && reason.codeText() != QLatin1String("UNDERAGE"))
            codes << reason.codeText();
    }
    return pickName(codes, random);
}

/// Replays one customer's plan.
class Replay {
public:
    Replay(const SeededCustomers& customers, const SeedPlan& plan, quint32 index)
        : m_customers(customers)
        , m_plan(plan)
        , m_index(index)
        , m_documents(streamSeed(customers.seed(), index, Stream::Documents))
        , m_reasons(streamSeed(customers.seed(), index, Stream::Reasons))
        , m_sentBack(flawToSendBack(m_reasons))
    {
    }

    CaseFile run()
    {
        for (const SeedStep& step : m_plan.steps())
            take(step);
        m_file.customer.number = m_index;
        m_file.customer.passwordHash = passwordHash(m_file.customer.userId, SeededCustomers::password());
        return std::move(m_file);
    }

private:
    Stamp stamp(const SeedStep& step, Actor actor)
    {
        const IdSource ids = [this](IdKind kind) {
            return m_customers.ids().idOf({kind, m_index, m_ordinals[kind]++});
        };
        return {QDateTime::fromMSecsSinceEpoch(step.at, Qt::UTC), std::move(actor), ids};
    }

    Actor officer() const
    {
        const AdminAccount& account =
            fixedAccounts()[m_plan.risk == RiskLevel::High ? SeniorAccount : OfficerAccount];
        return {ActorType::Admin, account.id.text(), account.name};
    }

    void take(const SeedStep& step)
    {
        switch (step.deed) {
        case SeedDeed::Register:
            m_file = registerCustomer(newCustomer(), stamp(step, {ActorType::Customer, {}, {}}));
            return;
        case SeedDeed::LogIn:
            recordLogin(m_file, QStringLiteral("session.created"), QStringLiteral("Customer logged in"),
                        stamp(step, customerActor(m_file)));
            return;
        case SeedDeed::Start:
            startVerification(
                m_file, {VerificationType::Identity, m_plan.firstStatus, VerificationLevel::Tenant, {}, {}},
                stamp(step, customerActor(m_file)));
            return;
        case SeedDeed::Upload:
            addDocument(m_file, m_file.verifications.last(), newDocument(step.document),
                        stamp(step, customerActor(m_file)));
            return;
        case SeedDeed::RequestResubmission:
            decideAs(Verdict::RequestResubmission, {reasonFor(m_sentBack)}, step);
            return;
        case SeedDeed::Approve:
            decideAs(Verdict::Approve, {}, step);
            return;
        case SeedDeed::Reject:
            decideAs(Verdict::Reject, {finalReason(m_reasons)}, step);
            return;
        case SeedDeed::Consent: {
            ConsentRecord consent;
            consent.type = WireNames<ConsentType>::table[std::size_t(m_file.consents.size())].first;
            consent.version = QStringLiteral("1.0");
            consent.ipAddress = QStringLiteral("192.0.2.%1").arg(1 + m_index % 250);
            consent.userAgent = QStringLiteral("onboarding-app/1.0");
            acceptConsent(m_file, consent, stamp(step, customerActor(m_file)));
            return;
        }
        case SeedDeed::Activate:
            activate(m_file, streamSeed(m_customers.seed(), m_index, Stream::Account),
                     stamp(step, customerActor(m_file)));
            return;
        }
    }

    CustomerRecord newCustomer() const
    {
        CustomerRecord customer;
        customer.person = m_customers.personAt(m_index);
        customer.categoryId = categoryOf(m_plan.risk).id;
        customer.risk = m_plan.risk;
        customer.roles = {QStringLiteral("ACCOUNT_OWNER"), QStringLiteral("USER")};
        return customer;
    }

    DocumentRecord newDocument(DocumentType type)
    {
        const quint64 seed = m_documents.next();
        DocumentRecord document;
        document.type = type;
        document.mimeType = mimeFor(type, m_documents);
        document.fileName = fileNameFor(type, document.mimeType);
        document.specimen = SpecimenOrigin{seed, flawOf(type, seed)};
        return document;
    }

    /// What has been approved shows no flaw; what was sent back shows the one that it was sent back for.
    Flaw flawOf(DocumentType type, quint64 seed) const
    {
        const bool identity = requirementOf(type) == Requirement::GovernmentId;
        const bool wasSentBack = m_plan.timeOf(SeedDeed::RequestResubmission) != 0;
        if (wasSentBack && identity)
            return m_file.verifications.last().round == 1 ? m_sentBack : Flaw::None;
        if (m_plan.status == VerificationStatus::Approved || wasSentBack)
            return Flaw::None;
        return flawFor(type, seed);
    }

    void decideAs(Verdict verdict, const QStringList& reasons, const SeedStep& step)
    {
        const QString comment = reasons.isEmpty() ? QStringLiteral("Approved") : customerText(reasons);
        decide(m_file, m_file.verifications.last(), {verdict, reasons, comment, {}}, stamp(step, officer()));
    }

    const SeededCustomers& m_customers;
    const SeedPlan& m_plan;
    quint32 m_index;
    SpecimenRandom m_documents;
    SpecimenRandom m_reasons;
    Flaw m_sentBack;
    CaseFile m_file;
    std::map<IdKind, quint16> m_ordinals;
};
} // namespace

SeededCustomers::SeededCustomers(quint64 seed, int count, const QDateTime& start)
    : m_seed(seed)
    , m_count(count)
    , m_start(start.toMSecsSinceEpoch())
    , m_ids(seed)
{
}

std::optional<quint32> SeededCustomers::placeOf(const QString& id, IdKind kind) const
{
    const auto thing = m_ids.thingOf(id);
    if (!thing || thing->kind != kind || thing->index >= quint32(m_count))
        return std::nullopt;
    return thing->index;
}

bool SeededCustomers::hasEmail(const QString& email) const
{
    // The number before the `@` says whose it can only be.
    const qsizetype at = email.indexOf(u'@');
    qsizetype first = std::max<qsizetype>(at, 0);
    while (first > 0 && email.at(first - 1).isDigit())
        --first;
    bool ok = false;
    const int place = email.mid(first, at - first).toInt(&ok) - 1;
    return ok && place >= 0 && place < m_count &&
           personAt(quint32(place)).email.compare(email, Qt::CaseInsensitive) == 0;
}

Person SeededCustomers::personAt(quint32 index) const
{
    SpecimenRandom random(streamSeed(m_seed, index, Stream::Person));
    const NameGroup& group = groupFor(random);
    const int kind = random.below(100);
    const bool woman = kind < 50;
    Person person;
    person.firstName = pickName(woman ? group.women : group.men, random);
    person.lastName = pickName(woman ? group.womensFamilies : group.mensFamilies, random);
    if (random.oneIn(60)) {
        const auto unusual = unusualNames();
        const auto& [first, last] = unusual[std::size_t(random.below(int(unusual.size())))];
        person.firstName = QString::fromUtf8(first);
        person.lastName = QString::fromUtf8(last);
    }
    person.gender = woman ? QStringLiteral("FEMALE") : QStringLiteral("MALE");
    if (kind >= 97)
        person.gender = kind == 99 ? QStringLiteral("OTHER") : QString();
    person.email = mailFor(person, index, random);
    person.phone = phoneFor(group, random);
    person.nationality = group.country;
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_start, Qt::UTC).date();
    // 19 years and more, so that nobody was under age when registering up to 90 days ago.
    person.dateOfBirth = today.addYears(-19 - random.below(60)).addDays(-random.below(365));
    person.placeOfBirth = cityOf(group.country, random.next());
    return person;
}

SeedPlan SeededCustomers::planAt(quint32 index) const
{
    return SeedPlan::of(m_seed, index, m_start);
}

CaseFile SeededCustomers::caseFileAt(quint32 index) const
{
    const SeedPlan plan = planAt(index);
    return Replay(*this, plan, index).run();
}

} // namespace finhub::sandbox
