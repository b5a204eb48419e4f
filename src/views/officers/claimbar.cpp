#include "views/officers/claimbar.h"

#include "views/ink.h"
#include "views/officers/claimtext.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace finhub::views {

namespace {
QString textOf(const ClaimBar::State& state)
{
    if (!state.offered)
        return ClaimBar::tr("This server does not offer claims: nobody can be kept from opening the same "
                            "case. It is read again directly before a decision.");
    if (state.mine && state.claim)
        return state.claim->since.isValid()
                   ? ClaimBar::tr("You have this case since %1.").arg(dateTimeText(state.claim->since))
                   : ClaimBar::tr("You have this case.");
    if (state.claim)
        return claimedByText(*state.claim);
    return ClaimBar::tr("Nobody has this case.");
}
} // namespace

ClaimBar::ClaimBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_take(new QPushButton(tr("Take this case"), this))
    , m_release(new QPushButton(tr("Give back"), this))
    , m_handOver(new QPushButton(tr("Hand over…"), this))
    , m_takeOver(new QPushButton(tr("Take over"), this))
{
    setObjectName(QStringLiteral("claimBar"));
    setAccessibleName(tr("Who has this case"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("pane", QStringLiteral("bar"));
    m_text->setObjectName(QStringLiteral("claimText"));
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("Who has this case"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Large, 0, metric::Medium, metric::Tight);
    layout->setSpacing(metric::Tight);
    layout->addWidget(m_text, 1);
    const auto add = [this, layout](QPushButton* button, const char* name, auto signal, const QString& why) {
        button->setObjectName(QLatin1String(name));
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("kind", QStringLiteral("flat"));
        button->setToolTip(plainToolTip(why));
        connect(button, &QPushButton::clicked, this, signal);
        layout->addWidget(button);
    };
    add(m_take, "claimButton", &ClaimBar::takeWanted,
        tr("Other officers see that you have it and cannot decide"));
    add(m_release, "releaseClaimButton", &ClaimBar::releaseWanted,
        tr("Other officers may decide it then; leaving the case does the same"));
    add(m_handOver, "handOverButton", &ClaimBar::handOverWanted, tr("Give the case to another officer"));
    add(m_takeOver, "takeOverButton", &ClaimBar::takeOverWanted,
        tr("Whoever has the case cannot decide it any more; the activity shows that you took it over"));
    hide();
}

void ClaimBar::showState(const std::optional<State>& state)
{
    setVisible(state.has_value());
    if (!state)
        return;
    m_state = textOf(*state);
    const bool may = state->offered && state->mayWrite;
    m_take->setVisible(may && !state->claim);
    m_release->setVisible(may && state->mine);
    m_handOver->setVisible(may && state->mine);
    m_takeOver->setVisible(may && state->claim && !state->mine && state->mayTakeOver);
    for (QPushButton* button : {m_take, m_release, m_handOver, m_takeOver})
        button->setEnabled(!state->busy);
    showText();
}

void ClaimBar::say(const QString& text, bool bad)
{
    m_said = text;
    m_bad = bad;
    showText();
}

void ClaimBar::showText()
{
    setPlainText(m_text, m_said.isEmpty() ? m_state : m_said + u' ' + m_state);
    setInk(m_text, !m_said.isEmpty() && m_bad ? Ink::Bad : Ink::Secondary);
}

} // namespace finhub::views
