#pragma once

#include "core/error.h"
#include "core/values.h"
#include "review/evidence/documentverdicts.h"

#include <QAbstractListModel>
#include <QImage>
#include <QList>

#include <optional>

namespace finhub::models {

/// How far a document has come on its way to the screen.
enum class DocumentState {
    Waiting, ///< not asked for yet
    Loading,
    Ready,
    Failed, ///< the row's error says why
};

/// The documents of a case with what is known of their bytes. It shows what it is told and fetches nothing.
/// GUI thread.
class DocumentListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        DocumentRole = Qt::UserRole + 1, ///< Document
        StateRole,                       ///< DocumentState
        ThumbnailRole,                   ///< QImage; invalid while there is none
        ErrorRole,                       ///< Error; invalid unless the state is Failed
        VerdictRole,                     ///< review::DocumentVerdict
        DisplayedRole,                   ///< bool: it has been displayed whole
    };

    explicit DocumentListModel(QObject* parent = nullptr);

    /// Shows these documents in this order. Rows are inserted, removed, moved and changed by id, never reset;
    /// a document with the same id and SHA-256 keeps its state, thumbnail and error, one whose bytes have
    /// changed starts again as Waiting.
    void setDocuments(const QList<Document>& documents);

    /// Each of these does nothing when the id is not (or no longer) in the list. A state other than Failed
    /// forgets the error; Failed without a setError() has none.
    void setState(const DocumentId& id, DocumentState state);
    void setThumbnail(const DocumentId& id, const QImage& thumbnail);
    /// Also makes the state Failed.
    void setError(const DocumentId& id, const Error& error);
    void setVerdict(const DocumentId& id, review::DocumentVerdict verdict);
    void setDisplayed(const DocumentId& id, bool displayed);

    /// -1 when not in the list.
    int row(const DocumentId& id) const;
    std::optional<Document> document(int row) const;
    std::optional<DocumentState> state(const DocumentId& id) const;

    /// Qt::DisplayRole is the file name as the server sent it: plain text only.
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    class Diff;

    struct Row {
        Document document;
        DocumentState state = DocumentState::Waiting;
        QImage thumbnail;
        std::optional<Error> error;
        review::DocumentVerdict verdict = review::DocumentVerdict::NotJudged;
        bool displayed = false;
    };

    QList<Row> m_rows;
};

} // namespace finhub::models
