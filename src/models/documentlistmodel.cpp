#include "models/documentlistmodel.h"

#include "models/rowdiff.h"

namespace finhub::models {

/// Carries the steps of the diff out with the model's signals.
class DocumentListModel::Diff {
public:
    Diff(DocumentListModel& model, const QList<Document>& wanted)
        : m_model(model)
        , m_rows(model.m_rows)
        , m_wanted(wanted)
    {
    }

    QList<DocumentId> ids() const
    {
        QList<DocumentId> ids;
        ids.reserve(m_rows.size());
        for (const Row& row : m_rows)
            ids.append(row.document.id);
        return ids;
    }

    void remove(int first, int count)
    {
        m_model.beginRemoveRows({}, first, first + count - 1);
        m_rows.remove(first, count);
        m_model.endRemoveRows();
    }

    void insert(int first, int wantedFirst, int count)
    {
        m_model.beginInsertRows({}, first, first + count - 1);
        for (int i = 0; i < count; ++i) {
            Row row;
            row.document = m_wanted.at(wantedFirst + i);
            m_rows.insert(first + i, row);
        }
        m_model.endInsertRows();
    }

    void move(int from, int to)
    {
        m_model.beginMoveRows({}, from, from, {}, to);
        m_rows.move(from, to);
        m_model.endMoveRows();
    }

    void update(int at, int wantedRow)
    {
        Row& row = m_rows[at];
        const Document& wanted = m_wanted.at(wantedRow);
        if (row.document == wanted)
            return;
        if (row.document.sha256 != wanted.sha256)
            row = Row{};
        row.document = wanted;
        Q_EMIT m_model.dataChanged(m_model.index(at), m_model.index(at));
    }

private:
    DocumentListModel& m_model;
    QList<Row>& m_rows;
    const QList<Document>& m_wanted;
};

DocumentListModel::DocumentListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void DocumentListModel::setDocuments(const QList<Document>& documents)
{
    QList<DocumentId> ids;
    ids.reserve(documents.size());
    for (const Document& document : documents)
        ids.append(document.id);
    Diff diff(*this, documents);
    diffRows(ids, diff);
}

void DocumentListModel::setState(const DocumentId& id, DocumentState state)
{
    const int at = row(id);
    if (at < 0 || m_rows.at(at).state == state)
        return;
    Row& there = m_rows[at];
    there.state = state;
    there.error.reset();
    Q_EMIT dataChanged(index(at), index(at), {StateRole, ErrorRole});
}

void DocumentListModel::setThumbnail(const DocumentId& id, const QImage& thumbnail)
{
    const int at = row(id);
    if (at < 0)
        return;
    m_rows[at].thumbnail = thumbnail;
    Q_EMIT dataChanged(index(at), index(at), {ThumbnailRole});
}

void DocumentListModel::setError(const DocumentId& id, const Error& error)
{
    const int at = row(id);
    if (at < 0)
        return;
    m_rows[at].state = DocumentState::Failed;
    m_rows[at].error = error;
    Q_EMIT dataChanged(index(at), index(at), {StateRole, ErrorRole});
}

void DocumentListModel::setVerdict(const DocumentId& id, review::DocumentVerdict verdict)
{
    const int at = row(id);
    if (at < 0 || m_rows.at(at).verdict == verdict)
        return;
    m_rows[at].verdict = verdict;
    Q_EMIT dataChanged(index(at), index(at), {VerdictRole});
}

void DocumentListModel::setDisplayed(const DocumentId& id, bool displayed)
{
    const int at = row(id);
    if (at < 0 || m_rows.at(at).displayed == displayed)
        return;
    m_rows[at].displayed = displayed;
    Q_EMIT dataChanged(index(at), index(at), {DisplayedRole});
}

int DocumentListModel::row(const DocumentId& id) const
{
    for (int at = 0; at < m_rows.size(); ++at) {
        if (m_rows.at(at).document.id == id)
            return at;
    }
    return -1;
}

std::optional<Document> DocumentListModel::document(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return std::nullopt;
    return m_rows.at(row).document;
}

std::optional<DocumentState> DocumentListModel::state(const DocumentId& id) const
{
    const int at = row(id);
    if (at < 0)
        return std::nullopt;
    return m_rows.at(at).state;
}

int DocumentListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DocumentListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.document.fileName;
    case DocumentRole:
        return QVariant::fromValue(row.document);
    case StateRole:
        return QVariant::fromValue(row.state);
    case ThumbnailRole:
        return row.thumbnail.isNull() ? QVariant() : QVariant(row.thumbnail);
    case ErrorRole:
        return row.error ? QVariant::fromValue(*row.error) : QVariant();
    case VerdictRole:
        return QVariant::fromValue(row.verdict);
    case DisplayedRole:
        return row.displayed;
    default:
        return {};
    }
}

} // namespace finhub::models
