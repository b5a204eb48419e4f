#include "sandbox/seed/seedreplay.h"

#include "core/reasoncode.h"
#include "core/requireddocuments.h"
#include "sandbox/accounts/accounts.h"
#include "sandbox/accounts/categories.h"

#include <utility>

namespace finhub::sandbox {

namespace {
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
    return random.pick(codes);
}
} // namespace

quint64 seedStream(quint64 seed, quint32 index, SeedStream stream)
{
    return SpecimenRandom(seed ^ (quint64(index) << 20) ^ (quint64(stream) << 56)).next();
}

SeedReplay::SeedReplay(const SeededCustomers& customers, quint32 index)
    : m_customers(customers)
    , m_plan(customers.planAt(index))
    , m_index(index)
    , m_documents(seedStream(customers.seed(), index, SeedStream::Documents))
    , m_reasons(seedStream(customers.seed(), index, SeedStream::Reasons))
    , m_sentBack(flawToSendBack(m_reasons))
{
}

CaseFile SeedReplay::run()
{
    for (const SeedStep& step : m_plan.steps())
        take(step);
    m_file.customer.number = m_index;
    m_file.customer.passwordHash = passwordHash(m_file.customer.userId, SeededCustomers::password());
    return std::move(m_file);
}

void SeedReplay::take(const SeedStep& step)
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
        startVerification(m_file,
                          {VerificationType::Identity, m_plan.firstStatus, VerificationLevel::Tenant, {}, {}},
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
    case SeedDeed::Consent:
        acceptConsent(m_file, nextConsent(), stamp(step, customerActor(m_file)));
        return;
    case SeedDeed::Activate:
        activate(m_file, seedStream(m_customers.seed(), m_index, SeedStream::Account),
                 stamp(step, customerActor(m_file)));
        return;
    }
}

void SeedReplay::decideAs(Verdict verdict, const QStringList& reasons, const SeedStep& step)
{
    const QString comment = reasons.isEmpty() ? QStringLiteral("Approved") : customerText(reasons);
    decide(m_file, m_file.verifications.last(), {verdict, reasons, comment, {}}, stamp(step, officer()));
}

CustomerRecord SeedReplay::newCustomer() const
{
    CustomerRecord customer;
    customer.person = m_customers.personAt(m_index);
    customer.categoryId = categoryOf(m_plan.risk).id;
    customer.risk = m_plan.risk;
    customer.roles = {QStringLiteral("ACCOUNT_OWNER"), QStringLiteral("USER")};
    return customer;
}

DocumentRecord SeedReplay::newDocument(DocumentType type)
{
    const quint64 seed = m_documents.next();
    DocumentRecord document;
    document.type = type;
    document.mimeType = mimeFor(type, m_documents);
    document.fileName = fileNameFor(type, document.mimeType);
    document.specimen = SpecimenOrigin{seed, flawOf(type, seed)};
    return document;
}

ConsentRecord SeedReplay::nextConsent() const
{
    ConsentRecord consent;
    consent.type = WireNames<ConsentType>::table[std::size_t(m_file.consents.size())].first;
    consent.version = QStringLiteral("1.0");
    consent.ipAddress = QStringLiteral("192.0.2.%1").arg(1 + m_index % 250);
    consent.userAgent = QStringLiteral("onboarding-app/1.0");
    return consent;
}

Flaw SeedReplay::flawOf(DocumentType type, quint64 seed) const
{
    // What has been approved shows no flaw; what was sent back shows the one that it was sent back for.
    const bool identity = requirementOf(type) == Requirement::GovernmentId;
    const bool wasSentBack = m_plan.timeOf(SeedDeed::RequestResubmission) != 0;
    if (wasSentBack && identity)
        return m_file.verifications.last().round == 1 ? m_sentBack : Flaw::None;
    if (m_plan.status == VerificationStatus::Approved || wasSentBack)
        return Flaw::None;
    return flawFor(type, seed);
}

Actor SeedReplay::officer() const
{
    const AdminAccount& account =
        fixedAccounts()[m_plan.risk == RiskLevel::High ? SeniorAccount : OfficerAccount];
    return {ActorType::Admin, account.id.text(), account.name};
}

Stamp SeedReplay::stamp(const SeedStep& step, Actor actor)
{
    const IdSource ids = [this](IdKind kind) {
        return m_customers.ids().idOf({kind, m_index, m_ordinals[kind]++});
    };
    return {QDateTime::fromMSecsSinceEpoch(step.at, Qt::UTC), std::move(actor), ids};
}

} // namespace finhub::sandbox
