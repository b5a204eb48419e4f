#pragma once

#include "sandbox/seed/seededid.h"
#include "sandbox/seed/seedplan.h"
#include "sandbox/store/records.h"

#include <QDateTime>

namespace finhub::sandbox {

/// The customers that a sandbox starts with. Each is a pure function of seed, place and start instant, so
/// none of them is stored before somebody changes it, and a million of them cost nothing until looked at.
/// Every member may be called from any thread.
class SeededCustomers {
public:
    SeededCustomers(quint64 seed, int count, const QDateTime& start);

    quint64 seed() const { return m_seed; }
    int count() const { return m_count; }
    /// The clock's instant at the first start.
    QDateTime start() const { return QDateTime::fromMSecsSinceEpoch(m_start, Qt::UTC); }
    const SeededId& ids() const { return m_ids; }

    /// The place of the customer behind an id of this kind; nullopt when no seeded customer has it.
    std::optional<quint32> placeOf(const QString& id, IdKind kind) const;

    /// Whether a seeded customer has this e-mail address, compared without case.
    bool hasEmail(const QString& email) const;

    Person personAt(quint32 index) const;
    SeedPlan planAt(quint32 index) const;
    /// Everything about a customer, made by replaying the plan through casework.
    CaseFile caseFileAt(quint32 index) const;

    /// Section 6: what every seeded customer logs in with.
    static QString password() { return QStringLiteral("SecurePass123!"); }

private:
    quint64 m_seed;
    int m_count;
    qint64 m_start;
    SeededId m_ids;
};

} // namespace finhub::sandbox
