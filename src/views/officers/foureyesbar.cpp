#include "views/officers/foureyesbar.h"

#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/ink.h"
#include "views/officers/recommendationtext.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
/// Whether it is a level that two people approve, be it that the server sees to it or not.
bool isHigher(const CaseFacts& facts)
{
    return facts.level.value() == VerificationLevel::PowerTenant ||
           facts.level.value() == VerificationLevel::Finhub;
}
} // namespace

FourEyesBar::FourEyesBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_recommend(new QPushButton(tr("Recommend…"), this))
{
    setObjectName(QStringLiteral("fourEyesBar"));
    setAccessibleName(tr("Two people decide"));
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(QStringLiteral("fourEyesText"));
    m_text->setAccessibleName(tr("Two people decide"));
    m_text->setWordWrap(true);
    m_recommend->setObjectName(QStringLiteral("recommendButton"));
    m_recommend->setFocusPolicy(Qt::TabFocus);
    connect(m_recommend, &QPushButton::clicked, this, &FourEyesBar::recommendWanted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Large, metric::Small, metric::Large, metric::Small);
    layout->setSpacing(metric::Tight);
    layout->addWidget(m_text);
    layout->addWidget(m_recommend);
    hide();
}

void FourEyesBar::setCase(const review::CaseFile* file)
{
    m_file = file;
    refresh();
}

void FourEyesBar::refresh()
{
    const CaseFacts facts = m_file ? m_file->facts() : CaseFacts();
    const bool shown = m_file && m_file->verification().value && isHigher(facts);
    setVisible(shown);
    if (!shown)
        return;
    setPlainText(m_text, text());
    setInk(m_text, m_file->recommendations().error ? Ink::Bad : Ink::Secondary);
    const QList<Blocker> blockers = m_file->blockers(Action::Recommend);
    m_recommend->setVisible(facts.offersRecommendations && isOpen(facts.status.value()) &&
                            !blockers.contains(Blocker::RoleMayNotWrite));
    m_recommend->setEnabled(blockers.isEmpty() && m_journalWritable && !m_file->verification().loading);
    m_recommend->setToolTip(plainToolTip(
        m_journalWritable ? blockersText(blockers, facts)
                          : tr("The journal of this console cannot be written. Nothing can be recommended "
                               "until it can.")));
}

void FourEyesBar::setJournalWritable(bool writable)
{
    m_journalWritable = writable;
    refresh();
}

QString FourEyesBar::text() const
{
    const CaseFacts facts = m_file->facts();
    if (!facts.offersRecommendations)
        return blockerText(Blocker::RecommendNotOffered, facts);
    QStringList lines;
    const auto& recommendations = m_file->recommendations();
    if (isOpen(facts.status.value())) {
        lines << (facts.advisedByMe.value_or(false)
                      ? tr("Two people approve this level. Your recommendation is recorded.")
                      : tr("Two people approve this level: one recommends, another one decides."));
    }
    if (recommendations.error)
        lines << errorText(*recommendations.error, Attempt::LoadRecommendations).sentence();
    const int round = m_file->verification().value->round;
    const QList<Recommendation> all = recommendations.value.value_or(QList<Recommendation>());
    for (const Recommendation& recommendation : all) {
        if (recommendation.round == round)
            lines << recommendationText(recommendation);
    }
    return lines.isEmpty() ? tr("No recommendation was recorded in this round.") : lines.join(u'\n');
}

} // namespace finhub::views
