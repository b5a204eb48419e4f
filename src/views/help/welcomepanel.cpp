#include "views/help/welcomepanel.h"

#include "views/actions/keytexts.h"
#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int PanelWidth = 480;
}

WelcomePanel::WelcomePanel(QWidget* parent)
    : QFrame(parent)
    , m_make(new QPushButton(tr("Make a connection…"), this))
{
    setObjectName(QStringLiteral("welcomePanel"));
    setProperty("pane", QStringLiteral("surface"));
    setFixedWidth(PanelWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Wide, metric::Wide, metric::Wide, metric::Wide);
    layout->setSpacing(metric::Medium);
    const auto add = [this, layout](const QString& text, const char* name) {
        auto* label = new QLabel(this);
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        setPlainText(label, text);
        layout->addWidget(label);
        return label;
    };
    QLabel* title = add(tr("Welcome to the FinHub Console"), "welcomeTitle");
    title->setProperty("textSize", QStringLiteral("title"));
    title->setProperty("strong", true);
    setInk(
        add(tr("Compliance officers read a customer's documents here beside what the customer declared, and "
               "decide the case."),
            "welcomeText"),
        Ink::Secondary);
    add(tr("To sign in you need a connection: the address of your FinHub server, your tenant, your "
           "organization and "
           "your user id. Whoever runs FinHub in your company can tell you. Nothing secret is stored."),
        "welcomeNeeds");
    m_make->setObjectName(QStringLiteral("welcomeConnectionButton"));
    m_make->setAccessibleName(tr("Make a connection"));
    setKind(m_make, ButtonKind::Primary);
    layout->addWidget(m_make);
    setInk(add(tr("To look around without an account, close the console and start it with --demo: it then "
                  "brings a "
                  "sandbox of its own, with invented customers."),
               "welcomeDemo"),
           Ink::Secondary);
    QLabel* keys = add(QString(), "welcomeKeys");
    setInk(keys, Ink::Secondary);
    onKeysChanged(keys, [keys] {
        const QString key = keyOf(QStringLiteral("shortcutsAction"));
        setPlainText(keys, tr("%1 shows every key.").arg(key));
        keys->setVisible(!key.isEmpty());
    });
    connect(m_make, &QPushButton::clicked, this, &WelcomePanel::connectionWanted);
}

void WelcomePanel::focusFirst()
{
    m_make->setFocus();
}

} // namespace finhub::views
