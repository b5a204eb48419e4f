#pragma once

#include "core/values.h"
#include "sandbox/store/roworder.h"
#include "sandbox/store/searchindex.h"

#include <array>
#include <optional>

namespace finhub::sandbox {

/// What the directory knows of a customer beside the texts: everything that can change.
struct DirectoryState {
    Stage stage = Stage::Session;
    VerificationStatus status = VerificationStatus::None; ///< of the current verification
    qint64 updatedAt = 0;                                 ///< milliseconds since the epoch, as the others
    qint64 submittedAt = 0;                               ///< 0: missing
};

/// What never changes about a customer.
struct DirectoryFacts {
    SearchIndex::IdBits id;
    Person person;
    CategoryId categoryId;
    RiskLevel risk = RiskLevel::Low;
    qint64 createdAt = 0;
};

/// 3.1: which rows, in which order.
struct DirectorySelection {
    QString search;
    QList<Stage> stages;
    QList<VerificationStatus> statuses;
    QList<RiskLevel> risks;
    QList<CategoryId> categories;
    QStringList nationalities;
    std::optional<qint64> createdFrom; ///< both inclusive
    std::optional<qint64> createdTo;
    DirectorySort sort = DirectorySort::CreatedAt;
    bool descending = true;
};

struct DirectoryHits {
    QList<quint32> rows; ///< customers' numbers
    qint64 total = 0;
    StageCounts stages{}; ///< under every filter except the stage
};

/// The customer directory in memory: a column of bits for each value that can be filtered by, an array of
/// rows for each order, and the search index. Nothing here is the truth; it is made at start and kept up with
/// every change. One thread, but for buildOrders(), which lets others help.
class DirectoryIndex {
public:
    void reserve(std::size_t rows);
    /// The next row; rows are numbered as they come.
    void append(const DirectoryFacts& facts, const DirectoryState& state);
    void update(quint32 row, const DirectoryState& state);
    std::size_t size() const { return m_rows.size(); }

    /// Sorts all rows in every order; to be called once, after the rows of the start and before find(), so
    /// that nobody's first request waits for a million rows to be sorted. Uses all processors.
    void buildOrders();

    /// `limit` rows of the selection from `offset` on.
    DirectoryHits find(const DirectorySelection& selection, qint64 offset, int limit);

private:
    struct Row {
        SearchIndex::IdBits id;
        SearchIndex::Texts texts;
        DirectoryState state;
        qint64 createdAt = 0;
        RiskLevel risk = RiskLevel::Low;
        quint16 category = 0;    ///< place in m_categories
        quint16 nationality = 0; ///< place in m_nationalities; the first is "not given"
    };
    /// Whether row `a` comes before row `b`.
    struct Before {
        const DirectoryIndex* index;
        DirectorySort sort;
        bool descending;
        bool operator()(quint32 a, quint32 b) const;
    };
    /// Values that are few: each has a column of bits.
    struct Dictionary {
        QStringList keys;
        std::vector<Bitset> rows;
        quint16 placeOf(const QString& key, std::size_t rowCount);
        Bitset rowsOf(const QStringList& wanted, std::size_t rowCount) const;
    };

    bool isMissing(DirectorySort sort, const Row& row) const;
    int compared(DirectorySort sort, const Row& a, const Row& b) const;
    /// A number that never contradicts Before.
    quint64 sortKey(DirectorySort sort, bool descending, const Row& row) const;
    /// The rows of everything but the stage; nullopt: all.
    std::optional<Bitset> filtered(const DirectorySelection& selection);
    void setBits(std::size_t row, const DirectoryState& state, bool value);

    std::vector<Row> m_rows;
    SearchIndex m_search;
    std::array<Bitset, 11> m_stages;
    std::array<Bitset, 9> m_statuses;
    std::array<Bitset, 4> m_risks;
    Dictionary m_categories;
    Dictionary m_nationalities{{QString()}, std::vector<Bitset>(1)};
    std::array<std::array<RowOrder, 2>, 10> m_orders; ///< by DirectorySort, then descending
    bool m_isOrdered = false;
};

} // namespace finhub::sandbox
