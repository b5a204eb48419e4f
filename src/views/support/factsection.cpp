#include "views/support/factsection.h"

#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/skeleton.h"

#include <QLabel>
#include <QPushButton>

namespace finhub::views {

FactSection::FactSection(const QString& title, const QString& name, int bars, QWidget* parent)
    : FieldList(title, parent)
    , m_skeleton(new SkeletonPanel(SkeletonPanel::Shape::Fields, bars, this))
    , m_message(new QLabel(this))
    , m_retry(new QPushButton(tr("Try again"), this))
{
    setObjectName(name);
    m_skeleton->setObjectName(name + QStringLiteral("Skeleton"));
    m_message->setObjectName(name + QStringLiteral("Message"));
    m_message->setProperty("textSize", QStringLiteral("small"));
    m_message->setWordWrap(true);
    m_retry->setObjectName(name + QStringLiteral("RetryButton"));
    m_retry->setAccessibleName(tr("Try again: %1").arg(title));
    setKind(m_retry, ButtonKind::Pill);
    m_retry->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addBelow(m_skeleton);
    addBelow(m_message);
    addBelow(m_retry);
    connect(m_retry, &QPushButton::clicked, this, &FactSection::retryWanted);
    clear();
}

void FactSection::showFacts(const QList<FieldRow>& rows, bool loading)
{
    setRows(rows);
    m_skeleton->setVisible(loading);
    showMessage({}, false, false);
}

void FactSection::showNote(const QString& text)
{
    m_skeleton->hide();
    showMessage(text, false, false);
}

void FactSection::showFailure(const QString& text, bool canRetry)
{
    m_skeleton->hide();
    showMessage(text, canRetry, canRetry);
}

void FactSection::clear()
{
    showFacts({}, false);
}

void FactSection::showMessage(const QString& text, bool bad, bool canRetry)
{
    setPlainText(m_message, text);
    setInk(m_message, bad ? Ink::Bad : Ink::Secondary);
    m_message->setVisible(!text.isEmpty());
    m_retry->setVisible(canRetry);
}

} // namespace finhub::views
