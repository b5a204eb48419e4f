#include "sandbox/store/cases.h"

#include "core/requireddocuments.h"
#include "sandbox/accounts/categories.h"
#include "sandbox/store/casefacts.h"

#include <algorithm>

namespace finhub::sandbox {

namespace {
qint64 milliseconds(const QDateTime& time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QDateTime instant(qint64 milliseconds)
{
    return milliseconds == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

DirectoryState stateOf(const CaseFile& file)
{
    const VerificationRecord* verification = currentVerification(file);
    return {stageOf(file), verification ? verification->status : VerificationStatus::None,
            milliseconds(file.customer.updatedAt),
            verification ? milliseconds(verification->submittedAt) : 0};
}

DirectoryState stateOf(const SeedPlan& plan)
{
    return {plan.stage, plan.status, plan.updatedAt(), plan.submittedAt()};
}

VerificationQueue::Entry entryOf(const VerificationRecord& verification, quint32 customer)
{
    return {uuidBits(verification.id.text()).value_or(std::pair<quint64, quint64>{}), customer,
            verification.status, milliseconds(verification.startedAt),
            milliseconds(verification.submittedAt)};
}

/// The verification of a plan as far as the directory shows it.
std::optional<VerificationRecord> verificationOf(const SeedPlan& plan, const VerificationId& id)
{
    if (plan.status == VerificationStatus::None)
        return std::nullopt;
    VerificationRecord verification;
    verification.id = id;
    verification.status = plan.status;
    verification.level = levelFor(plan.risk);
    verification.startedAt = instant(plan.timeOf(SeedDeed::Start));
    verification.submittedAt = instant(plan.submittedAt());
    verification.decidedAt = instant(std::max(plan.timeOf(SeedDeed::Approve), plan.timeOf(SeedDeed::Reject)));
    verification.version = 1 + int(std::ranges::count_if(plan.steps(), [](const SeedStep& step) {
                               return step.deed == SeedDeed::Upload ||
                                      step.deed == SeedDeed::RequestResubmission ||
                                      step.deed == SeedDeed::Approve || step.deed == SeedDeed::Reject;
                           }));
    return verification;
}
} // namespace

Cases::Cases(const SeededCustomers& seeded, Store& store)
    : m_seeded(seeded)
    , m_store(store)
{
    m_directory.reserve(std::size_t(seeded.count()));
    for (quint32 i = 0; i < quint32(seeded.count()); ++i)
        enterSeeded(i);
    store.forEachCase([this](const CaseFile& file) { enterStored(file); });
    m_directory.buildOrders();
    buildQueue();
}

void Cases::enterSeeded(quint32 index)
{
    const SeedPlan plan = m_seeded.planAt(index);
    m_directory.append({m_seeded.ids().bitsOf({IdKind::Customer, index, 0}), m_seeded.personAt(index),
                        categoryOf(plan.risk).id, plan.risk, plan.createdAt()},
                       stateOf(plan));
    m_stored.append(false);
}

void Cases::enterStored(const CaseFile& file)
{
    const CustomerRecord& customer = file.customer;
    const auto number = std::size_t(customer.number);
    if (number >= m_directory.size()) {
        m_directory.append({uuidBits(customer.id.text()).value_or(std::pair<quint64, quint64>{}),
                            customer.person, customer.categoryId, customer.risk,
                            milliseconds(customer.createdAt)},
                           stateOf(file));
        m_stored.append(true);
        m_emails.insert(customer.person.email.toCaseFolded(), customer.number);
        return;
    }
    m_stored.set(number, true);
    m_directory.update(quint32(number), stateOf(file));
}

std::optional<CaseFile> Cases::byNumber(qint64 number)
{
    if (number < 0 || std::size_t(number) >= m_directory.size())
        return std::nullopt;
    auto file = isStored(number) ? m_store.caseFile(number) : m_seeded.caseFileAt(quint32(number));
    if (file)
        file->knownEvents = file->events.size();
    return file;
}

std::optional<CaseFile> Cases::byCustomer(const CustomerId& id)
{
    if (const auto place = m_seeded.placeOf(id.text(), IdKind::Customer))
        return byNumber(*place);
    return byNumber(m_store.numberOfCustomer(id).value_or(-1));
}

std::optional<CaseFile> Cases::byUser(const UserId& id)
{
    if (const auto place = m_seeded.placeOf(id.text(), IdKind::User))
        return byNumber(*place);
    return byNumber(m_store.numberOfUser(id).value_or(-1));
}

std::optional<CaseFile> Cases::byVerification(const VerificationId& id)
{
    const auto place = m_seeded.placeOf(id.text(), IdKind::Verification);
    auto file = byNumber(place ? qint64(*place) : m_store.numberOfVerification(id).value_or(-1));
    // A seeded id can be well-formed and still name a verification that this customer never had.
    if (file && !findVerification(*file, id))
        return std::nullopt;
    return file;
}

bool Cases::isEmailTaken(const QString& email) const
{
    return m_emails.contains(email.toCaseFolded()) || m_seeded.hasEmail(email);
}

bool Cases::commit(CaseFile& file, const std::optional<std::pair<DocumentId, QByteArray>>& upload)
{
    CustomerRecord& customer = file.customer;
    const bool isNew = customer.number < 0;
    if (isNew)
        customer.number = qint64(m_directory.size());
    if (!m_store.save(file, upload)) {
        if (isNew)
            customer.number = -1;
        return false;
    }
    file.knownEvents = file.events.size();
    enterStored(file);
    for (const VerificationRecord& verification : file.verifications)
        m_queue.put(entryOf(verification, quint32(customer.number)));
    return true;
}

DirectoryHits Cases::find(const DirectorySelection& selection, qint64 offset, int limit)
{
    return m_directory.find(selection, offset, limit);
}

DirectoryItem Cases::itemAt(quint32 number)
{
    DirectoryItem item;
    if (isStored(number)) {
        const CaseFile file = m_store.caseFile(number).value_or(CaseFile{});
        const CustomerRecord& customer = file.customer;
        item = {customer.id,   isActivated(file), customer.person,    customer.categoryId, stageOf(file),
                customer.risk, std::nullopt,      customer.createdAt, customer.updatedAt};
        if (const VerificationRecord* verification = currentVerification(file))
            item.verification = *verification;
        return item;
    }
    const SeedPlan plan = m_seeded.planAt(number);
    const SeededId& ids = m_seeded.ids();
    return {CustomerId(ids.idOf({IdKind::Customer, number, 0})),
            plan.stage == Stage::Active,
            m_seeded.personAt(number),
            categoryOf(plan.risk).id,
            plan.stage,
            plan.risk,
            verificationOf(plan, VerificationId(ids.idOf({IdKind::Verification, number, 0}))),
            instant(plan.createdAt()),
            instant(plan.updatedAt())};
}

VerificationQueue::Hits Cases::queue(const QList<VerificationStatus>& statuses, qint64 offset,
                                     int limit) const
{
    return m_queue.find(statuses, offset, limit);
}

void Cases::buildQueue()
{
    std::vector<VerificationQueue::Entry> entries;
    for (quint32 i = 0; i < quint32(m_seeded.count()); ++i) {
        const SeedPlan plan = m_seeded.planAt(i);
        if (isStored(i) || plan.status == VerificationStatus::None)
            continue;
        entries.push_back({m_seeded.ids().bitsOf({IdKind::Verification, i, 0}), i, plan.status,
                           plan.timeOf(SeedDeed::Start), plan.submittedAt()});
    }
    m_store.forEachCase([&entries](const CaseFile& file) {
        for (const VerificationRecord& verification : file.verifications)
            entries.push_back(entryOf(verification, quint32(file.customer.number)));
    });
    m_queue.build(std::move(entries));
}

} // namespace finhub::sandbox
