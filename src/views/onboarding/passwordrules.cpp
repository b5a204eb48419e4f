#include "views/onboarding/passwordrules.h"

#include "views/ink.h"
#include "views/onboarding/registrationtexts.h"
#include "views/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace finhub::views {

namespace {
constexpr std::array Rules{PasswordRule::Length, PasswordRule::UpperCase, PasswordRule::LowerCase,
                           PasswordRule::Digit, PasswordRule::Special};
} // namespace

PasswordRules::PasswordRules(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("passwordRules"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Large);
    for (QLabel*& label : m_labels) {
        label = new QLabel(this);
        label->setProperty("textSize", QStringLiteral("small"));
        layout->addWidget(label);
    }
    layout->addStretch(1);
    setFacts({}, false);
}

void PasswordRules::setFacts(const review::PasswordFacts& facts, bool strict)
{
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const bool isRule = i < Rules.size();
        const bool holds = facts.held || (isRule ? facts.given && !facts.broken.contains(Rules.at(i))
                                                 : facts.given && facts.same);
        const bool wrong = !holds && strict && (isRule ? facts.given : facts.repeated);
        const QString sign = holds ? QStringLiteral("✓") : wrong ? QStringLiteral("✗") : QStringLiteral("○");
        const QString text = isRule ? passwordRuleText(Rules.at(i)) : tr("Both the same");
        m_labels.at(i)->setText(QStringLiteral("%1 %2").arg(sign, text));
        setInk(m_labels.at(i), holds ? Ink::Good : wrong ? Ink::Bad : Ink::Secondary);
    }
}

} // namespace finhub::views
