#include "models/pagelistmodel.h"

#include <algorithm>
#include <cstdlib>

namespace finhub::models {

PageListModel::PageListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void PageListModel::setPageCount(int count)
{
    if (m_count > 0) {
        beginRemoveRows({}, 0, m_count - 1);
        m_count = 0;
        m_thumbnails.clear();
        m_failed.clear();
        m_displayed.clear();
        endRemoveRows();
    }
    if (count > 0) {
        beginInsertRows({}, 0, count - 1);
        m_count = count;
        endInsertRows();
    }
}

void PageListModel::setThumbnail(int page, const QImage& thumbnail)
{
    if (page < 0 || page >= m_count)
        return;
    m_thumbnails.insert(page, thumbnail);
    changed(page, ThumbnailRole);
    while (m_thumbnails.size() > MostThumbnails) {
        const QList<int> kept = m_thumbnails.keys();
        const int farthest = *std::max_element(kept.begin(), kept.end(), [page](int a, int b) {
            return std::abs(a - page) < std::abs(b - page);
        });
        m_thumbnails.remove(farthest);
        changed(farthest, ThumbnailRole);
    }
}

void PageListModel::setFailed(int page)
{
    if (page < 0 || page >= m_count)
        return;
    m_failed.insert(page);
    changed(page, FailedRole);
}

void PageListModel::setDisplayed(const QSet<int>& pages)
{
    const QSet<int> other = (pages - m_displayed) + (m_displayed - pages);
    m_displayed = pages;
    for (const int page : other) {
        if (page >= 0 && page < m_count)
            changed(page, DisplayedRole);
    }
}

bool PageListModel::isMissing(int page) const
{
    return page >= 0 && page < m_count && !m_thumbnails.contains(page) && !m_failed.contains(page);
}

void PageListModel::changed(int page, int role)
{
    Q_EMIT dataChanged(index(page), index(page), {role});
}

int PageListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant PageListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.row() + 1;
    case ThumbnailRole: {
        const auto found = m_thumbnails.constFind(index.row());
        return found == m_thumbnails.constEnd() ? QVariant() : QVariant(*found);
    }
    case DisplayedRole:
        return m_displayed.contains(index.row());
    case FailedRole:
        return m_failed.contains(index.row());
    default:
        return {};
    }
}

} // namespace finhub::models
