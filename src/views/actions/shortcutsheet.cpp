#include "views/actions/shortcutsheet.h"

#include "core/reasoncode.h"
#include "views/actions/actionregistry.h"
#include "views/evidence/reasonkeys.h"
#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wordsearch.h"
#include "views/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include <array>
#include <utility>

namespace finhub::views {

namespace {
constexpr int Columns = 3;
/// Which sections stand in which column, so that the columns are about as long as each other.
constexpr std::array<int, 8> ColumnOf{0, 0, 0, 0, 1, 2, 0, 2};
constexpr QSize SheetSize(1080, 620);
} // namespace

ShortcutSheet::ShortcutSheet(QWidget* parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_place(new QVBoxLayout)
    , m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* title = new QLabel(tr("Keyboard shortcuts"), this);
    title->setProperty("textSize", QStringLiteral("title"));
    title->setProperty("strong", true);
    m_search->setObjectName(QStringLiteral("sheetSearch"));
    m_search->setAccessibleName(tr("Find a shortcut"));
    m_search->setPlaceholderText(tr("Find a shortcut"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(60);
    m_search->addAction(icon(IconName::Search, ColorRole::Secondary), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(320);
    m_note->setObjectName(QStringLiteral("sheetNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    setInk(m_note, Ink::Secondary);
    m_nothing->setObjectName(QStringLiteral("sheetNothing"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_search, 1);
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("sheetArea"));
    area->setAccessibleName(tr("Shortcuts"));
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::TabFocus);
    auto* inside = new QWidget(area);
    inside->setProperty("pane", QStringLiteral("surface"));
    inside->setAttribute(Qt::WA_StyledBackground);
    m_place->setContentsMargins(0, 0, metric::Small, 0);
    inside->setLayout(m_place);
    area->setWidget(inside);
    auto* change = new QPushButton(tr("Change shortcuts…"), this);
    change->setObjectName(QStringLiteral("changeShortcutsButton"));
    change->setAccessibleName(tr("Change shortcuts"));
    change->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeSheetButton"));
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metric::Small);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(change);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Wide, metric::Wide, metric::Wide, metric::Large);
    layout->setSpacing(metric::Medium);
    layout->addLayout(head);
    layout->addWidget(area, 1);
    layout->addWidget(m_nothing);
    layout->addLayout(buttons);
    resize(SheetSize);
    setMinimumSize(640, 420);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(change, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT settingsWanted();
    });
    connect(&ActionRegistry::instance(), &ActionRegistry::changed, this, &ShortcutSheet::fill);
    fill();
    m_search->setFocus();
}

void ShortcutSheet::fill()
{
    delete m_sheet;
    m_sections.clear();
    m_sheet = new QWidget(this);
    auto* columns = new QHBoxLayout(m_sheet);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(metric::Wide);
    std::array<QVBoxLayout*, Columns> places{};
    for (QVBoxLayout*& place : places) {
        place = new QVBoxLayout;
        place->setSpacing(metric::Large);
        columns->addLayout(place, 1);
    }
    const ActionRegistry& registry = ActionRegistry::instance();
    const auto keysText = [&registry](const QString& id) {
        QStringList keys;
        for (const QKeySequence& key : registry.activeKeys(id))
            keys << key.toString(QKeySequence::NativeText);
        return keys.join(tr(" or "));
    };
    for (int c = 0; c <= int(ActionCategory::Data); ++c) {
        const auto category = static_cast<ActionCategory>(c);
        QList<std::pair<QString, QString>> rows;
        for (const ActionInfo& info : actionTable()) {
            if (info.category == category)
                rows << std::pair(keysText(QLatin1String(info.id)), textOf(info));
        }
        for (const FixedKeys& fixed : fixedKeys()) {
            if (fixed.category == category)
                rows << std::pair(keysOf(fixed), textOf(fixed));
        }
        places.at(static_cast<std::size_t>(ColumnOf.at(static_cast<std::size_t>(c))))
            ->addWidget(addSection(textOf(category), rows));
    }
    QList<std::pair<QString, QString>> reasons;
    for (const ReasonCode& reason : reasonCatalogue())
        reasons << std::pair(reasonKey(reason.codeText()), words::reason(reason.codeText()));
    places.back()->addWidget(addSection(tr("While reasons are chosen"), reasons));
    for (QVBoxLayout* place : places)
        place->addStretch(1);
    m_place->addWidget(m_sheet);
    setPlainText(m_note,
                 registry.singleKeys()
                     ? tr("Keys of one letter do nothing while you type.")
                     : tr("Keys of one letter are switched off in the settings; those of reasons work "
                          "while reasons are chosen."));
    filter();
}

QWidget* ShortcutSheet::addSection(const QString& title, const QList<std::pair<QString, QString>>& rows)
{
    Section section{new QWidget(m_sheet), {}};
    auto* layout = new QVBoxLayout(section.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Tight);
    auto* heading = new QLabel(title.toUpper(), section.widget);
    heading->setProperty("textSize", QStringLiteral("small"));
    setInk(heading, Ink::Secondary);
    layout->addWidget(heading);
    for (const auto& [keys, text] : rows) {
        auto* row = new QWidget(section.widget);
        row->setObjectName(QStringLiteral("sheetRow"));
        row->setAccessibleName(keys.isEmpty() ? tr("%1: no key").arg(text)
                                              : QStringLiteral("%1: %2").arg(text, keys));
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(metric::Small);
        auto* label = new QLabel(row);
        label->setWordWrap(true);
        setPlainText(label, text);
        line->addWidget(label, 1);
        if (keys.isEmpty()) {
            auto* none = new QLabel(tr("–"), row);
            setInk(none, Ink::Secondary);
            line->addWidget(none);
        } else {
            line->addWidget(new KeyHint(keys, row));
        }
        layout->addWidget(row);
        section.lines.append({row, title + u' ' + text + u' ' + keys});
    }
    m_sections << section;
    return section.widget;
}

void ShortcutSheet::filter()
{
    const WordSearch search(m_search->text());
    bool any = false;
    for (const Section& section : std::as_const(m_sections)) {
        bool anyHere = false;
        for (const Line& line : section.lines) {
            const bool fits = search.fits(line.searched);
            line.widget->setVisible(fits);
            anyHere = anyHere || fits;
        }
        section.widget->setVisible(anyHere);
        any = any || anyHere;
    }
    m_nothing->setVisible(!any);
    setPlainText(m_nothing, tr("No shortcut has these words."));
}

} // namespace finhub::views
