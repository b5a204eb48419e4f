#include "views/settings/settingsdialog.h"

#include "views/ink.h"
#include "views/settings/settingrow.h"
#include "views/settings/settingrows.h"
#include "views/style/icons.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wheelguard.h"
#include "views/widgets/wordsearch.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr QSize DialogSize(880, 600);
constexpr int SectionsWidth = 150;
constexpr int SectionCount = 5;
} // namespace

SettingsDialog::SettingsDialog(const Preferences& present, const QStringList& faults, QWidget* parent)
    : QDialog(parent)
    , m_preferences(present)
    , m_search(new QLineEdit(this))
    , m_sections(new QListWidget(this))
    , m_area(new QScrollArea(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    auto* title = new QLabel(tr("Settings"), this);
    title->setProperty("textSize", QStringLiteral("title"));
    title->setProperty("strong", true);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting or a shortcut"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(60);
    m_search->setMaximumWidth(320);
    m_search->addAction(icon(IconName::Search, ColorRole::Secondary), QLineEdit::LeadingPosition);
    m_sections->setObjectName(QStringLiteral("settingsSections"));
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setFixedWidth(SectionsWidth);
    m_area->setObjectName(QStringLiteral("settingsArea"));
    m_area->setAccessibleName(tr("Settings"));
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_nothing->setObjectName(QStringLiteral("settingsNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    setPlainText(m_nothing, tr("No setting and no shortcut has these words."));
    m_nothing->hide();
    auto* fault = new QLabel(this);
    fault->setObjectName(QStringLiteral("settingsFaults"));
    fault->setAccessibleName(tr("What was left out"));
    fault->setWordWrap(true);
    setPlainText(fault, faults.join(u'\n'));
    setInk(fault, Ink::Soon);
    fault->setVisible(!faults.isEmpty());
    auto* place = new QWidget(m_area);
    place->setProperty("pane", QStringLiteral("surface"));
    place->setAttribute(Qt::WA_StyledBackground);
    addRows(place);
    m_area->setWidget(place);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeSettingsButton"));
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_search, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(metric::Wide);
    middle->addWidget(m_sections);
    middle->addWidget(m_area, 1);
    auto* foot = new QHBoxLayout;
    auto* note = new QLabel(tr("Changes are in force at once."), this);
    setInk(note, Ink::Secondary);
    foot->addWidget(note);
    foot->addStretch(1);
    foot->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Wide, metric::Wide, metric::Wide, metric::Large);
    layout->setSpacing(metric::Medium);
    layout->addLayout(head);
    layout->addWidget(fault);
    layout->addLayout(middle, 1);
    layout->addWidget(m_nothing);
    layout->addLayout(foot);
    resize(DialogSize);
    setMinimumSize(640, 420);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::filter);
    connect(m_sections, &QListWidget::currentRowChanged, this, &SettingsDialog::showSection);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_search->setFocus();
}

void SettingsDialog::addRows(QWidget* place)
{
    const TakeEdit take = [this](const PreferenceEdit& edit) {
        const Preferences before = m_preferences;
        edit(m_preferences);
        if (!(m_preferences == before))
            Q_EMIT changed(m_preferences);
    };
    m_rows << appearanceRows(m_preferences, take, place) << reviewRows(m_preferences, take, place)
           << sessionRows(m_preferences, take, place) << documentRows(m_preferences, take, place)
           << keyboardRows(place);
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, metric::Medium, 0);
    layout->setSpacing(metric::Large);
    for (int s = 0; s < SectionCount; ++s) {
        const auto section = static_cast<SettingsSection>(s);
        m_sections->addItem(textOf(section));
        auto* heading = new QLabel(textOf(section).toUpper(), place);
        heading->setProperty("textSize", QStringLiteral("small"));
        setInk(heading, Ink::Secondary);
        layout->addWidget(heading);
        m_headings << heading;
        for (SettingRow* row : std::as_const(m_rows)) {
            if (row->section() == section)
                layout->addWidget(row);
        }
    }
    layout->addStretch(1);
    for (QAbstractSpinBox* box : place->findChildren<QAbstractSpinBox*>())
        leaveWheelToPage(box);
    for (QComboBox* box : place->findChildren<QComboBox*>())
        leaveWheelToPage(box);
}

void SettingsDialog::filter(const QString& text)
{
    const WordSearch search(text);
    bool any = false;
    QList<bool> shown(SectionCount, false);
    for (SettingRow* row : std::as_const(m_rows)) {
        const bool fits = row->fits(search);
        row->setVisible(fits);
        shown[static_cast<int>(row->section())] |= fits;
        any = any || fits;
    }
    for (int s = 0; s < SectionCount; ++s) {
        m_headings.at(s)->setVisible(shown.at(s));
        m_sections->item(s)->setHidden(!shown.at(s));
    }
    m_nothing->setVisible(!any);
    m_area->verticalScrollBar()->setValue(0);
}

void SettingsDialog::showSection(int section)
{
    if (section < 0)
        return;
    // Rows that were shown a moment ago have no place yet.
    QMetaObject::invokeMethod(
        this, [this, section] { m_area->verticalScrollBar()->setValue(m_headings.at(section)->y()); },
        Qt::QueuedConnection);
}

void SettingsDialog::showSetting(const QString& id)
{
    for (SettingRow* row : std::as_const(m_rows)) {
        if (row->id() != id)
            continue;
        m_sections->setCurrentRow(static_cast<int>(row->section()));
        m_area->ensureWidgetVisible(row);
        QWidget* editor = row->editor();
        if (editor->focusPolicy() == Qt::NoFocus)
            editor = editor->findChild<QPushButton*>();
        editor->setFocus();
    }
}

} // namespace finhub::views
