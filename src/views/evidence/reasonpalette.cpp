#include "views/evidence/reasonpalette.h"

#include "core/reasoncode.h"
#include "views/evidence/reasonkeys.h"
#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int ColumnWidth = 196;
constexpr int RowHeight = 26; ///< low, so that the document stays in sight

/// What can be seen on a document: its own faults, and that it says something else than was declared.
bool isSeenOnDocument(const ReasonCode& reason)
{
    return reason.scope == ReasonScope::Document ||
           reason.codeText().startsWith(QLatin1String("DATA_MISMATCH_"));
}
} // namespace

ReasonPalette::ReasonPalette(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_title(new QLabel(this))
{
    setObjectName(QStringLiteral("reasonPalette"));
    setProperty("pane", QStringLiteral("footer"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Why the document is not accepted"));
    m_title->setObjectName(QStringLiteral("paletteTitle"));
    m_title->setWordWrap(true);
    m_title->setProperty("textSize", QStringLiteral("small"));
    setInk(m_title, Ink::Secondary);
    auto* back = new HintButton(tr("Back"), tr("Esc"), this);
    back->setObjectName(QStringLiteral("paletteBackButton"));
    back->setAccessibleName(tr("Back (Esc)"));
    back->setToolTip(tr("Leave the verdict as it is (Esc)"));
    back->setFocusPolicy(Qt::TabFocus);
    auto* takeButton = new HintButton(tr("Not accepted"), tr("Enter"), this);
    takeButton->setObjectName(QStringLiteral("paletteTakeButton"));
    takeButton->setAccessibleName(tr("Not accepted (Enter)"));
    takeButton->setToolTip(tr("Not accepted for what is chosen (Enter)"));
    takeButton->setFocusPolicy(Qt::TabFocus);
    m_takeButton = takeButton;
    setKind(m_takeButton, ButtonKind::Danger);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metric::Small);
    buttons->addWidget(m_title, 1);
    buttons->addWidget(back);
    buttons->addWidget(m_takeButton);
    m_grid->setSpacing(metric::Tight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Medium, metric::Small, metric::Small, metric::Small);
    layout->setSpacing(metric::Small);
    layout->addLayout(m_grid);
    layout->addLayout(buttons);
    for (const ReasonCode& reason : reasonCatalogue()) {
        if (isSeenOnDocument(reason))
            addReason(reason.codeText());
    }
    connect(back, &QPushButton::clicked, this, &ReasonPalette::close);
    connect(m_takeButton, &QPushButton::clicked, this, &ReasonPalette::take);
    hide();
}

void ReasonPalette::addReason(const QString& code)
{
    const ReasonCode* reason = findReason(code);
    const QString name = words::reason(code);
    auto* button =
        new HintButton(reason->internal ? tr("%1 (internal)").arg(name) : name, reasonKey(code), this);
    button->setObjectName(QStringLiteral("reason_") + code);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(QStringLiteral("%1 (%2)").arg(button->text(), reasonKey(code)));
    button->setToolTip(plainToolTip(
        reason->internal ? tr("Never told to the customer, who reads: %1").arg(reason->publicTextString())
                         : reason->publicTextString()));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setKind(button, ButtonKind::Pill);
    button->setFixedHeight(textScaled(RowHeight));
    connect(button, &QPushButton::toggled, this, &ReasonPalette::showState);
    m_reasons.emplace_back(code, button);
}

void ReasonPalette::open(const QStringList& chosen, const QStringList& suggested)
{
    for (const auto& [code, button] : m_reasons)
        button->setChecked(chosen.contains(code));
    QStringList names;
    for (const QString& code : suggested)
        names << words::reason(code);
    setPlainText(m_title,
                 names.isEmpty()
                     ? tr("Why is the document not accepted?")
                     : tr("Suggested by your comparison: %1.").arg(QLocale().createSeparatedList(names)));
    showState();
    show();
    setFocus();
}

QStringList ReasonPalette::reasonCodes() const
{
    QStringList codes;
    for (const auto& [code, button] : m_reasons) {
        if (button->isChecked())
            codes << code;
    }
    return mostSevereFirst(codes);
}

void ReasonPalette::showState()
{
    m_takeButton->setEnabled(!reasonCodes().isEmpty());
}

void ReasonPalette::take()
{
    const QStringList codes = reasonCodes();
    if (codes.isEmpty())
        return;
    hide();
    Q_EMIT closed();
    Q_EMIT accepted(codes);
}

void ReasonPalette::close()
{
    hide();
    Q_EMIT closed();
}

bool ReasonPalette::event(QEvent* event)
{
    // The keys of the case mean something else while somebody chooses reasons.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!reasonOf(*key).isEmpty() || key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ReasonPalette::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return take();
    const QString code = reasonOf(*event);
    const auto found = std::find_if(m_reasons.begin(), m_reasons.end(),
                                    [&code](const auto& reason) { return reason.first == code; });
    if (found != m_reasons.end()) {
        if (!event->isAutoRepeat())
            found->second->toggle();
    } else if (code.isEmpty()) {
        QWidget::keyPressEvent(event);
    }
}

void ReasonPalette::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// As many columns as there is room for, each reason below the one before.
void ReasonPalette::arrange()
{
    const int columns = std::clamp(width() / ColumnWidth, 1, 5);
    if (columns == m_columns)
        return;
    m_columns = columns;
    const int count = static_cast<int>(m_reasons.size());
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_reasons.at(static_cast<std::size_t>(i)).second, i % rows, i / rows);
}

} // namespace finhub::views
