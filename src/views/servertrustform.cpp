#include "views/servertrustform.h"

#include "views/ink.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int PinLinesHeight = 60;

QLabel* newText(const QString& text, const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    setPlainText(label, text);
    return label;
}

QPushButton* newButton(const QString& text, const QString& name, const QString& accessible, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(accessible);
    return button;
}
} // namespace

ServerTrustForm::ServerTrustForm(QWidget* parent)
    : QWidget(parent)
    , m_authorityText(newText(QString(), QStringLiteral("authorityText"), this))
    , m_problem(newText(QString(), QStringLiteral("authorityProblem"), this))
    , m_removeButton(newButton(tr("Remove"), QStringLiteral("removeAuthorityButton"),
                               tr("Remove the certificate authority"), this))
    , m_pins(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("serverTrustForm"));
    auto* title = newText(tr("Certificate authority"), QStringLiteral("authorityLabel"), this);
    auto* choose = newButton(tr("From a file…"), QStringLiteral("chooseAuthorityButton"),
                             tr("Choose a file with the certificate authority"), this);
    title->setBuddy(choose);
    m_authorityText->setAccessibleName(tr("Certificate authority of the connection"));
    m_problem->setAccessibleName(tr("Message"));
    setInk(m_problem, Ink::Bad);
    m_problem->hide();
    auto* authority = new QHBoxLayout;
    authority->setSpacing(metric::Small);
    authority->addWidget(m_authorityText, 1);
    authority->addWidget(choose);
    authority->addWidget(m_removeButton);

    auto* pinLabel =
        newText(tr("Keys that the server must have (pins), one a line"), QStringLiteral("pinsLabel"), this);
    m_pins->setObjectName(QStringLiteral("pinsEdit"));
    m_pins->setAccessibleName(tr("Public-key pins, one a line"));
    m_pins->setPlaceholderText(QStringLiteral("sha256/…"));
    m_pins->setTabChangesFocus(true);
    m_pins->setFixedHeight(PinLinesHeight);
    pinLabel->setBuddy(m_pins);
    auto* hint = newText(
        tr("Leave both as they are to trust what this computer trusts. With a pin, nothing is sent to a "
           "server whose own certificate has another key; note the next key before the server changes "
           "to it. Proxies of this computer are not used: connections go straight to the address."),
        QStringLiteral("trustHint"), this);
    setInk(hint, Ink::Secondary);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Tight);
    layout->addWidget(title);
    layout->addLayout(authority);
    layout->addWidget(m_problem);
    layout->addWidget(pinLabel);
    layout->addWidget(m_pins);
    layout->addWidget(hint);

    connect(choose, &QPushButton::clicked, this, &ServerTrustForm::chooseFile);
    connect(m_removeButton, &QPushButton::clicked, this, [this] { setAuthorities({}); });
    setAuthorities({});
}

void ServerTrustForm::setTrust(const api::ServerTrust& trust)
{
    setAuthorities(trust.authorities);
    QStringList lines;
    for (const QByteArray& pin : trust.pins)
        lines << api::pinText(pin);
    m_pins->setPlainText(lines.join(u'\n'));
}

api::ServerTrust ServerTrustForm::trust() const
{
    api::ServerTrust trust;
    trust.authorities = m_authorities;
    const QStringList lines = m_pins->toPlainText().split(u'\n');
    for (const QString& line : lines) {
        if (!line.trimmed().isEmpty())
            trust.pins.append(api::pinFrom(line).value_or(QByteArray()));
    }
    return trust;
}

void ServerTrustForm::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Certificate authority"));
    dialog->setObjectName(QStringLiteral("authorityFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ServerTrustForm::readAuthorities);
    dialog->open();
}

void ServerTrustForm::readAuthorities(const QString& path)
{
    QFile file(path);
    // Not a pipe or a device, which may keep us waiting.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        say(tr("The file cannot be read."));
        return;
    }
    const QByteArray pem = file.read(api::MaxAuthorityBytes + 1);
    if (pem.size() > api::MaxAuthorityBytes)
        say(tr("The file is too large for a certificate authority."));
    else if (api::authoritiesIn(pem).isEmpty())
        say(tr("The file holds something else than certificates in PEM (text that begins with BEGIN "
               "CERTIFICATE)."));
    else
        setAuthorities(pem);
}

void ServerTrustForm::setAuthorities(const QByteArray& pem)
{
    m_problem->hide();
    m_authorities = pem;
    QStringList names;
    const QList<api::AuthorityName> authorities = api::authoritiesIn(pem);
    for (const api::AuthorityName& authority : authorities)
        names
            << tr("%1, valid until %2").arg(displayLine(authority.name, 60), dateText(authority.validUntil));
    setPlainText(m_authorityText, pem.isEmpty()     ? tr("Those that this computer trusts")
                                  : names.isEmpty() ? tr("Not readable")
                                                    : names.join(u'\n'));
    m_removeButton->setVisible(!pem.isEmpty());
}

void ServerTrustForm::say(const QString& problem)
{
    setPlainText(m_problem, problem);
    m_problem->show();
}

} // namespace finhub::views
