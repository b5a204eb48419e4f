#include "models/templatelistmodel.h"

#include "models/listdiff.h"

#include <QVersionNumber>

#include <algorithm>
#include <utility>

namespace finhub::models {

namespace {
/// The order of the contract's table; types that it does not know come last.
int rankOf(const WireValue<ConsentType>& type)
{
    return static_cast<int>(type.value());
}

bool isActive(const ConsentTemplate& text)
{
    return text.status.value() == TemplateStatus::Active;
}

/// "1.10" is newer than "1.9"; what is no number is compared as text.
bool isNewer(const QString& a, const QString& b)
{
    const int order = QVersionNumber::compare(QVersionNumber::fromString(a), QVersionNumber::fromString(b));
    return order == 0 ? a > b : order > 0;
}

bool comesBefore(const ConsentTemplate& a, const ConsentTemplate& b)
{
    if (rankOf(a.type) != rankOf(b.type))
        return rankOf(a.type) < rankOf(b.type);
    if (a.type.text() != b.type.text())
        return a.type.text() < b.type.text();
    if (isActive(a) != isActive(b))
        return isActive(a);
    if (a.effectiveDate != b.effectiveDate)
        return a.effectiveDate.isValid() && (!b.effectiveDate.isValid() || a.effectiveDate > b.effectiveDate);
    return isNewer(a.version, b.version);
}
} // namespace

TemplateListModel::TemplateListModel(Texts texts, QObject* parent)
    : QAbstractListModel(parent)
    , m_texts(std::move(texts))
{
    Q_ASSERT(m_texts.heading && m_texts.row);
}

QString TemplateListModel::keyOf(const Row& row)
{
    if (row.isHeading)
        return QStringLiteral("type/%1").arg(row.text.type.text());
    if (!row.text.id.isEmpty())
        return QStringLiteral("id/%1").arg(row.text.id);
    return QStringLiteral("version/%1/%2").arg(row.text.type.text(), row.text.version);
}

QList<TemplateListModel::Row> TemplateListModel::rowsOf(QList<ConsentTemplate> templates)
{
    std::stable_sort(templates.begin(), templates.end(), comesBefore);
    QList<Row> rows;
    for (const ConsentTemplate& text : std::as_const(templates)) {
        if (rows.isEmpty() || !(rows.constLast().text.type == text.type)) {
            Row heading;
            heading.text.type = text.type;
            heading.isHeading = true;
            rows.append(heading);
        }
        rows.append({text, false});
    }
    return rows;
}

void TemplateListModel::setTemplates(const QList<ConsentTemplate>& templates)
{
    ListDiff<TemplateListModel, Row>::apply(*this, m_rows, rowsOf(templates), keyOf);
}

std::optional<ConsentTemplate> TemplateListModel::at(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return std::nullopt;
    if (m_rows.at(row).isHeading)
        return std::nullopt;
    return m_rows.at(row).text;
}

int TemplateListModel::rowOf(const ConsentTemplate& text) const
{
    const QString key = keyOf({text, false});
    for (int row = 0; row < m_rows.size(); ++row) {
        if (keyOf(m_rows.at(row)) == key)
            return row;
    }
    return -1;
}

int TemplateListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TemplateListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.isHeading ? m_texts.heading(row.text.type) : m_texts.row(row.text);
    case TemplateRole:
        return row.isHeading ? QVariant() : QVariant::fromValue(row.text);
    case HeadingRole:
        return row.isHeading;
    default:
        return {};
    }
}

Qt::ItemFlags TemplateListModel::flags(const QModelIndex& index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return Qt::NoItemFlags;
    return m_rows.at(index.row()).isHeading
               ? Qt::ItemFlags(Qt::ItemNeverHasChildren)
               : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace finhub::models
