#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QImage>
#include <QSet>

namespace finhub::models {

/// The pages of one document with their thumbnails, as far as these are kept. It shows what it is told and
/// fetches nothing. GUI thread.
class PageListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        ThumbnailRole = Qt::UserRole + 1, ///< QImage; invalid while there is none
        FailedRole,                       ///< bool: this page cannot be shown
        DisplayedRole,                    ///< bool: this page has been displayed whole and readable
    };

    /// At most so many thumbnails are kept, however many pages there are.
    static constexpr int MostThumbnails = 64;

    explicit PageListModel(QObject* parent = nullptr);

    /// Begins anew with so many pages without thumbnails; what is kept of the former document goes.
    void setPageCount(int count);
    /// Keeps the thumbnail of a page; beyond MostThumbnails those of the pages farthest from it go.
    void setThumbnail(int page, const QImage& thumbnail);
    void setFailed(int page);
    void setDisplayed(const QSet<int>& pages);
    /// Whether nothing is known yet of how the page looks.
    bool isMissing(int page) const;
    int thumbnails() const { return static_cast<int>(m_thumbnails.size()); }

    /// Qt::DisplayRole is the number of the page, from 1.
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void changed(int page, int role);

    int m_count = 0;
    QHash<int, QImage> m_thumbnails;
    QSet<int> m_failed;
    QSet<int> m_displayed;
};

} // namespace finhub::models
