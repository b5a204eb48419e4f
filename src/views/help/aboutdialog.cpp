#include "views/help/aboutdialog.h"

#include "views/ink.h"
#include "views/style/icons.h"
#include "views/style/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <array>

namespace finhub::views {

namespace {
constexpr QSize DialogSize(560, 460);
constexpr int IconSide = 48;

struct Part {
    const char* name;
    const char* licence;
    const char* use;
};

constexpr auto Parts = std::to_array<Part>({
    {"Qt 6 (Widgets, Network, Sql, Svg)", "LGPL-3.0",
     QT_TRANSLATE_NOOP("finhub::views::AboutDialog", "windows, network, databases")},
    {"Qt Pdf with PDFium", "LGPL-3.0, BSD-3-Clause",
     QT_TRANSLATE_NOOP("finhub::views::AboutDialog", "PDF, in the document worker only")},
    {"libsodium", "ISC", QT_TRANSLATE_NOOP("finhub::views::AboutDialog", "secrets, hashes, signatures")},
    {"nlohmann/json", "MIT", QT_TRANSLATE_NOOP("finhub::views::AboutDialog", "JSON")},
    {"cpp-httplib", "MIT", QT_TRANSLATE_NOOP("finhub::views::AboutDialog", "the server of the sandbox")},
    {"tl::expected", "CC0-1.0", QT_TRANSLATE_NOOP("finhub::views::AboutDialog", "values or errors")},
    {"libzip", "BSD-3-Clause", QT_TRANSLATE_NOOP("finhub::views::AboutDialog", "evidence packs")},
    {"libseccomp", "LGPL-2.1",
     QT_TRANSLATE_NOOP("finhub::views::AboutDialog", "the walls of the document worker")},
    {"Tesseract", "Apache-2.0",
     QT_TRANSLATE_NOOP("finhub::views::AboutDialog",
                       "reading the zone of a passport, where it is installed")},
});
} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About FinHub Console"));
    auto* picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(IconSide, IconSide));
    picture->setAccessibleName(tr("The sign of the program"));
    auto* title = new QLabel(tr("FinHub Console"), this);
    title->setProperty("textSize", QStringLiteral("title"));
    title->setProperty("strong", true);
    auto* version = new QLabel(
        tr("Version %1, with Qt %2").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion())),
        this);
    version->setObjectName(QStringLiteral("aboutVersion"));
    version->setTextFormat(Qt::PlainText);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setInk(version, Ink::Secondary);
    auto* licences = new QPlainTextEdit(this);
    licences->setObjectName(QStringLiteral("aboutLicences"));
    licences->setAccessibleName(tr("What it is made of, with licences"));
    licences->setReadOnly(true);
    licences->setTabChangesFocus(true);
    QStringList lines;
    for (const Part& part : Parts)
        lines << QStringLiteral("%1: %2\n    %3")
                     .arg(QLatin1String(part.name), QLatin1String(part.licence), tr(part.use));
    licences->setPlainText(lines.join(u'\n'));
    auto* caption = new QLabel(tr("What it is made of, with licences"), this);
    caption->setBuddy(licences);
    auto* copy = new QPushButton(tr("Copy diagnostics"), this);
    copy->setObjectName(QStringLiteral("copyDiagnosticsButton"));
    copy->setAccessibleName(tr("Copy diagnostics without personal data"));
    copy->setToolTip(tr("Versions, system and the last calls, without personal data"));
    copy->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeAboutButton"));
    close->setAccessibleName(tr("Close"));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(version);
    auto* head = new QHBoxLayout;
    head->setSpacing(metric::Large);
    head->addWidget(picture);
    head->addLayout(texts, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metric::Small);
    buttons->addStretch(1);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Wide, metric::Wide, metric::Wide, metric::Large);
    layout->setSpacing(metric::Medium);
    layout->addLayout(head);
    layout->addWidget(caption);
    layout->addWidget(licences, 1);
    layout->addLayout(buttons);
    resize(DialogSize);
    connect(copy, &QPushButton::clicked, this, &AboutDialog::diagnosticsWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

} // namespace finhub::views
