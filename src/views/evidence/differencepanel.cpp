#include "views/evidence/differencepanel.h"

#include "views/fieldlist.h"
#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
using review::SnapshotDifference;
using review::SnapshotField;

constexpr int Highest = 220;

QString fieldName(SnapshotField field)
{
    switch (field) {
    case SnapshotField::Verification:
        return DifferencePanel::tr("Verification");
    case SnapshotField::Customer:
        return DifferencePanel::tr("Customer");
    case SnapshotField::Type:
        return DifferencePanel::tr("Type");
    case SnapshotField::Status:
        return DifferencePanel::tr("Status");
    case SnapshotField::Level:
        return DifferencePanel::tr("Level");
    case SnapshotField::Risk:
    case SnapshotField::CustomerRisk:
        return DifferencePanel::tr("Risk");
    case SnapshotField::Round:
        return DifferencePanel::tr("Round");
    case SnapshotField::Version:
        return DifferencePanel::tr("Version");
    case SnapshotField::Document:
        return DifferencePanel::tr("Document");
    case SnapshotField::DocumentType:
        return DifferencePanel::tr("kind");
    case SnapshotField::DocumentFile:
        return DifferencePanel::tr("file name");
    case SnapshotField::DocumentKind:
        return DifferencePanel::tr("file type");
    case SnapshotField::DocumentSize:
        return DifferencePanel::tr("size");
    case SnapshotField::DocumentRound:
        return DifferencePanel::tr("round");
    case SnapshotField::DocumentContent:
        return DifferencePanel::tr("content");
    case SnapshotField::FirstName:
        return DifferencePanel::tr("First name");
    case SnapshotField::LastName:
        return DifferencePanel::tr("Last name");
    case SnapshotField::DateOfBirth:
        return DifferencePanel::tr("Born");
    case SnapshotField::Nationality:
        return DifferencePanel::tr("Nationality");
    case SnapshotField::PlaceOfBirth:
        return DifferencePanel::tr("Born in");
    case SnapshotField::Gender:
        return DifferencePanel::tr("Gender");
    case SnapshotField::Email:
        return DifferencePanel::tr("E-mail");
    case SnapshotField::Phone:
        return DifferencePanel::tr("Phone");
    case SnapshotField::Category:
        return DifferencePanel::tr("Category");
    }
    return {};
}

/// A value as the rest of the console shows it.
QString valueText(SnapshotField field, const QString& value)
{
    if (value.isEmpty())
        return DifferencePanel::tr("nothing");
    switch (field) {
    case SnapshotField::Status:
        return words::status(WireValue<VerificationStatus>::fromWire(value));
    case SnapshotField::Level:
        return words::level(WireValue<VerificationLevel>::fromWire(value));
    case SnapshotField::Risk:
    case SnapshotField::CustomerRisk:
        return words::risk(WireValue<RiskLevel>::fromWire(value));
    case SnapshotField::DocumentType:
        return words::documentType(WireValue<DocumentType>::fromWire(value));
    case SnapshotField::DocumentSize:
        return words::fileSize(value.toLongLong());
    case SnapshotField::DateOfBirth:
        return dateText(QDate::fromString(value, Qt::ISODate));
    case SnapshotField::Gender:
        return words::gender(value);
    case SnapshotField::DocumentContent:
        // Enough to see that it is another one, and to find it.
        return DifferencePanel::tr("SHA-256 %1…").arg(displayLine(value).left(8));
    case SnapshotField::Verification:
    case SnapshotField::Customer:
    case SnapshotField::Type:
    case SnapshotField::Round:
    case SnapshotField::Version:
    case SnapshotField::Document:
    case SnapshotField::DocumentFile:
    case SnapshotField::DocumentKind:
    case SnapshotField::DocumentRound:
    case SnapshotField::FirstName:
    case SnapshotField::LastName:
    case SnapshotField::Nationality:
    case SnapshotField::PlaceOfBirth:
    case SnapshotField::Email:
    case SnapshotField::Phone:
    case SnapshotField::Category:
        break;
    }
    return displayLine(value);
}

QString documentName(const DocumentId& id, const Verification& shown, const Verification& current)
{
    for (const Verification* verification : {&current, &shown}) {
        for (const Document& document : verification->documents) {
            if (document.id == id)
                return words::documentType(document.type);
        }
    }
    return {};
}
} // namespace

DifferencePanel::DifferencePanel(QWidget* parent)
    : QWidget(parent)
    , m_rows(new FieldList(tr("What has changed since you read it"), this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("differencePanel"));
    setProperty("pane", QStringLiteral("footer"));
    setAttribute(Qt::WA_StyledBackground);
    m_rows->setObjectName(QStringLiteral("differenceRows"));
    auto* close = new QPushButton(m_rows);
    close->setObjectName(QStringLiteral("closeDifferencesButton"));
    close->setIcon(icon(IconName::Close));
    close->setAccessibleName(tr("Seen: close"));
    close->setToolTip(tr("Seen: close"));
    close->setFocusPolicy(Qt::TabFocus);
    setKind(close, ButtonKind::Flat);
    m_rows->addToHeading(close);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_rows);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    connect(close, &QPushButton::clicked, this, &DifferencePanel::clear);
    hide();
}

void DifferencePanel::showDifferences(const QList<SnapshotDifference>& differences, const Verification& shown,
                                      const Verification& current)
{
    QList<FieldRow> rows;
    for (const SnapshotDifference& difference : differences) {
        FieldRow row{.name = fieldName(difference.field)};
        const QString was = valueText(difference.field, difference.was);
        const QString is = valueText(difference.field, difference.is);
        row.value = tr("was: %1\nis: %2").arg(was, is);
        if (!difference.document.isEmpty()) {
            const QString name = documentName(difference.document, shown, current);
            if (difference.field != SnapshotField::Document)
                row.name = tr("%1, %2").arg(name, row.name);
            else
                row.value = difference.was.isEmpty() ? tr("new: %1 (%2)").arg(name, is)
                                                     : tr("gone: %1 (%2)").arg(name, was);
        }
        rows << row;
    }
    m_rows->setRows(rows);
    setVisible(!rows.isEmpty());
    m_scroll->setFixedHeight(std::min(Highest, m_rows->sizeHint().height()));
}

void DifferencePanel::clear()
{
    m_rows->setRows({});
    hide();
}

} // namespace finhub::views
