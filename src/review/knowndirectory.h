#pragma once

#include "review/knowncustomers.h"

namespace finhub::review {

/// The known customers as the server's directory would list them (3.1): searched, filtered, sorted, page by
/// page. It answers from what is known now and reads nothing. GUI thread.
///
/// - `createdAt`, for filter and order, is when a customer was added here.
/// - Filters of stage, status and risk keep whoever's state has not been read yet, at the end: the reading
///   shows whether they belong there. Filters of what only the server could say keep nobody of whom it is not
///   known.
/// - A search finds names, e-mail addresses and phone numbers as far as they were learned, and the start of
///   the ids of the customer, the user and the verifications.
/// - The counts of the stages are over those whose state is known.
class KnownDirectory {
public:
    explicit KnownDirectory(const KnownCustomers& known)
        : m_known(known)
    {
    }

    DirectoryPage page(const DirectoryQuery& query, int page, int size) const;
    /// How often the whole list was gone through.
    int evaluations() const { return m_evaluations; }

private:
    void evaluate(const DirectoryQuery& query) const;

    const KnownCustomers& m_known;
    // The last answer, until something changes: pages of one list are asked for one by one.
    mutable DirectoryQuery m_query;
    mutable int m_generation = -1;
    mutable QList<qsizetype> m_places;
    mutable StageCounts m_counts{};
    mutable qint64 m_withoutStage = 0;
    mutable int m_evaluations = 0;
};

} // namespace finhub::review
