#include "views/settings/keyrows.h"

#include "views/actions/actionregistry.h"
#include "views/ink.h"
#include "views/settings/keybutton.h"
#include "views/settings/settingrows.h"
#include "views/style/buttonkind.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wordsearch.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

#include <optional>

namespace finhub::views {

namespace {
constexpr int KeyWidth = 150;

QPushButton* flatButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setAccessibleName(name);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus);
    setKind(button, ButtonKind::Flat);
    return button;
}
} // namespace

KeyRow::KeyRow(const ActionInfo& action, QWidget* parent)
    : QWidget(parent)
    , m_action(action)
    , m_button(new KeyButton(this))
    , m_fault(new QLabel(this))
{
    const QString id = QLatin1String(action.id);
    const QString text = textOf(action);
    setObjectName(QStringLiteral("keyRow_") + id);
    auto* label = new QLabel(this);
    setPlainText(label, text);
    label->setWordWrap(true);
    label->setBuddy(m_button);
    m_button->setObjectName(QStringLiteral("key_") + id);
    m_button->setMinimumWidth(KeyWidth);
    m_off = flatButton(tr("Off"), tr("Switch off the key of %1").arg(text), this);
    m_off->setObjectName(QStringLiteral("keyOff_") + id);
    m_usual = flatButton(tr("Usual"), tr("Give %1 its usual key").arg(text), this);
    m_usual->setObjectName(QStringLiteral("keyUsual_") + id);
    m_fault->setObjectName(QStringLiteral("keyFault_") + id);
    m_fault->setAccessibleName(tr("What is wrong"));
    m_fault->setWordWrap(true);
    setInk(m_fault, Ink::Bad);
    m_fault->hide();
    for (QPushButton* button : {m_off, m_usual}) {
        QSizePolicy keep = button->sizePolicy();
        keep.setRetainSizeWhenHidden(true);
        button->setSizePolicy(keep);
    }
    auto* line = new QHBoxLayout;
    line->setSpacing(metric::Small);
    line->addWidget(label, 1);
    line->addWidget(m_button);
    line->addWidget(m_off);
    line->addWidget(m_usual);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Tight);
    layout->addLayout(line);
    layout->addWidget(m_fault);
    connect(m_button, &KeyButton::recorded, this, [this](const QKeySequence& key) { setKeys({key}); });
    connect(m_off, &QPushButton::clicked, this, [this] {
        setKeys({});
        m_button->setFocus();
    });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        setKeys(defaultKeys(m_action));
        m_button->setFocus();
    });
    connect(&ActionRegistry::instance(), &ActionRegistry::changed, this, &KeyRow::refresh);
    refresh();
}

void KeyRow::setKeys(const QList<QKeySequence>& keys)
{
    ActionRegistry& registry = ActionRegistry::instance();
    const QString id = QLatin1String(m_action.id);
    QString fault;
    for (const QKeySequence& key : keys) {
        if (fault.isEmpty())
            fault = registry.refusal(id, key);
    }
    setPlainText(m_fault, fault);
    m_fault->setVisible(!fault.isEmpty());
    if (fault.isEmpty())
        registry.setKeys(id, keys);
    refresh();
}

void KeyRow::refresh()
{
    const QList<QKeySequence> keys = ActionRegistry::instance().keys(QLatin1String(m_action.id));
    m_button->setKeys(keys);
    m_button->setAccessibleName(tr("%1: %2. Press to change").arg(textOf(m_action), m_button->text()));
    m_off->setVisible(!keys.isEmpty());
    m_usual->setVisible(keys != defaultKeys(m_action));
}

bool KeyRow::fits(const WordSearch& search) const
{
    return search.fits(QStringList{textOf(m_action), textOf(m_action.category), m_button->text()}.join(u' '));
}

KeyList::KeyList(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("keyList"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Tight);
    auto* reset =
        flatButton(tr("Give every action its usual key"), tr("Give every action its usual key"), this);
    reset->setObjectName(QStringLiteral("resetKeysButton"));
    connect(reset, &QPushButton::clicked, &ActionRegistry::instance(), &ActionRegistry::resetAll);
    layout->addWidget(reset, 0, Qt::AlignLeading);
    std::optional<ActionCategory> category;
    for (const ActionInfo& action : actionTable()) {
        if (action.category != category) {
            category = action.category;
            auto* heading = new QLabel(textOf(action.category).toUpper(), this);
            heading->setProperty("textSize", QStringLiteral("small"));
            heading->setContentsMargins(0, metric::Small, 0, 0);
            setInk(heading, Ink::Secondary);
            layout->addWidget(heading);
            m_groups << Group{heading, {}};
        }
        auto* row = new KeyRow(action, this);
        layout->addWidget(row);
        m_groups.last().rows << row;
    }
}

bool KeyList::filter(const WordSearch& search)
{
    bool any = false;
    for (const Group& group : std::as_const(m_groups)) {
        bool anyHere = false;
        for (KeyRow* row : group.rows) {
            const bool fits = row->fits(search);
            row->setVisible(fits);
            anyHere = anyHere || fits;
        }
        group.heading->setVisible(anyHere);
        any = any || anyHere;
    }
    return any;
}

QList<SettingRow*> keyboardRows(QWidget* parent)
{
    ActionRegistry& registry = ActionRegistry::instance();
    auto* single = new QCheckBox(KeyList::tr("Listen to them"), parent);
    single->setObjectName(QStringLiteral("singleKeysBox"));
    single->setAccessibleName(KeyList::tr("Shortcuts of one letter"));
    single->setChecked(registry.singleKeys());
    QObject::connect(single, &QCheckBox::toggled, &registry, &ActionRegistry::setSingleKeys);
    return {new SettingRow(QStringLiteral("singleKeys"), single, SettingRow::Place::Beside, parent),
            new KeysRow(parent)};
}

KeysRow::KeysRow(QWidget* parent)
    : SettingRow(QStringLiteral("shortcuts"), new KeyList, Place::Below, parent)
{
}

bool KeysRow::fits(const WordSearch& search) const
{
    auto* list = qobject_cast<KeyList*>(editor());
    // Whoever looks for shortcuts as such sees all of them.
    if (SettingRow::fits(search)) {
        list->filter(WordSearch(QString()));
        return true;
    }
    return list->filter(search);
}

} // namespace finhub::views
