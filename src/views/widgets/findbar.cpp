#include "views/widgets/findbar.h"

#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace finhub::views {

namespace {
constexpr int MostCharacters = 200;
constexpr int EditWidth = 220;
} // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_result(new QLabel(this))
    , m_previous(makeButton(QStringLiteral("findPreviousButton"), tr("Previous hit (Shift+F3)")))
    , m_next(makeButton(QStringLiteral("findNextButton"), tr("Next hit (F3)")))
    , m_close(makeButton(QStringLiteral("findCloseButton"), tr("Close (Esc)")))
{
    setProperty("pane", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    m_edit->setObjectName(QStringLiteral("findEdit"));
    m_edit->setAccessibleName(tr("Find in the document"));
    m_edit->setPlaceholderText(tr("Find in the document"));
    m_edit->setMaxLength(MostCharacters);
    m_edit->setMaximumWidth(EditWidth);
    m_edit->installEventFilter(this);
    m_result->setObjectName(QStringLiteral("findResult"));
    m_result->setAccessibleName(tr("What was found"));
    m_previous->setIcon(icon(IconName::Previous));
    m_next->setIcon(icon(IconName::Next));
    m_close->setIcon(icon(IconName::Close));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Medium, metric::Tight, metric::Small, metric::Tight);
    layout->setSpacing(metric::Tight);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_result, 1);
    layout->addWidget(m_close);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_previous, &QPushButton::clicked, this, &FindBar::previousWanted);
    connect(m_next, &QPushButton::clicked, this, &FindBar::nextWanted);
    connect(m_close, &QPushButton::clicked, this, &FindBar::close);
    hide();
}

QPushButton* FindBar::makeButton(const QString& name, const QString& text)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFocusPolicy(Qt::TabFocus);
    setKind(button, ButtonKind::Flat);
    return button;
}

QString FindBar::text() const
{
    return m_edit->text();
}

void FindBar::setResult(const QString& result, bool bad)
{
    setPlainText(m_result, result);
    setInk(m_result, bad ? Ink::Bad : Ink::Secondary);
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    m_edit->clear();
    setResult(QString(), false);
    Q_EMIT closed();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter && key->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Escape belongs to the bar while somebody types in it, not to the case.
        key->accept();
        return true;
    }
    if (!enter)
        close();
    else if (key->modifiers() & Qt::ShiftModifier)
        Q_EMIT previousWanted();
    else
        Q_EMIT nextWanted();
    return true;
}

} // namespace finhub::views
