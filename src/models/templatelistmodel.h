#pragma once

#include "core/requests.h"

#include <QAbstractListModel>

#include <functional>

namespace finhub::models {

template <typename Model, typename Row>
class ListDiff;

/// The consent texts (2.14), a heading for each type and its texts below: the active one first, then the
/// newest first. Rows are inserted, removed, moved and changed by id, never reset. GUI thread.
class TemplateListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TemplateRole = Qt::UserRole + 1, ///< ConsentTemplate; invalid for a heading
        HeadingRole,                     ///< bool
    };
    /// The words that people read: of a heading, and of a text below it.
    struct Texts {
        std::function<QString(const WireValue<ConsentType>&)> heading;
        std::function<QString(const ConsentTemplate&)> row;
    };

    explicit TemplateListModel(Texts texts, QObject* parent = nullptr);

    void setTemplates(const QList<ConsentTemplate>& templates);

    std::optional<ConsentTemplate> at(int row) const;
    /// The row of a text: by its id, or by type and version where the server sends no id. -1 when not there.
    int rowOf(const ConsentTemplate& text) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Headings can be neither chosen nor focused.
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        ConsentTemplate text; ///< of a heading only its type
        bool isHeading = false;

        friend bool operator==(const Row&, const Row&) = default;
    };
    friend class ListDiff<TemplateListModel, Row>;

    static QString keyOf(const Row& row);
    static QList<Row> rowsOf(QList<ConsentTemplate> templates);

    Texts m_texts;
    QList<Row> m_rows;
};

} // namespace finhub::models
