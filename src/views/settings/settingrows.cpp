#include "views/settings/settingrows.h"

#include "views/settings/holidaytext.h"
#include "views/settings/settingrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace finhub::views {

namespace {
constexpr int EditorWidth = 160;
constexpr int HolidaysHeight = 110;
constexpr std::array<int, 5> TextScales{100, 125, 150, 175, 200};
constexpr int MemoryStep = 64;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::views::SettingRows)
};

/// A number with its unit; `set` puts it into the preferences.
SettingRow* numberRow(const char* id, int value, int least, int most, const QString& unit,
                      const TakeEdit& take, void (*set)(Preferences&, int), QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(id) + QStringLiteral("Box"));
    box->setRange(least, most);
    box->setValue(value);
    box->setSuffix(u' ' + unit);
    box->setMinimumWidth(EditorWidth);
    // Half a number is nobody's choice.
    box->setKeyboardTracking(false);
    QObject::connect(box, &QSpinBox::valueChanged, box, [take, set](int chosen) {
        take([set, chosen](Preferences& preferences) { set(preferences, chosen); });
    });
    return new SettingRow(QLatin1String(id), box, SettingRow::Place::Beside, parent);
}

SettingRow* holidaysRow(const Preferences& present, const TakeEdit& take, QWidget* parent)
{
    auto* edit = new QPlainTextEdit(holidayText(present.holidays), parent);
    edit->setObjectName(QStringLiteral("holidaysEdit"));
    edit->setPlaceholderText(QStringLiteral("2026-12-25\n2027-01-01"));
    edit->setFixedHeight(HolidaysHeight);
    edit->setTabChangesFocus(true);
    auto* row = new SettingRow(QStringLiteral("holidays"), edit, SettingRow::Place::Below, parent);
    QObject::connect(edit, &QPlainTextEdit::textChanged, row, [edit, row, take] {
        const HolidayList list = readHolidays(edit->toPlainText());
        row->setFault(list.faults.mid(0, 3).join(u'\n'));
        if (list.faults.isEmpty())
            take([list](Preferences& preferences) { preferences.holidays = list.days; });
    });
    return row;
}
} // namespace

QList<SettingRow*> appearanceRows(const Preferences& present, const TakeEdit& take, QWidget* parent)
{
    using Mode = ThemeManager::Mode;
    auto* theme = new QComboBox(parent);
    theme->setObjectName(QStringLiteral("themeBox"));
    theme->setMinimumWidth(EditorWidth);
    theme->addItem(Text::tr("As the system"), QVariant::fromValue(Mode::System));
    theme->addItem(Text::tr("Light"), QVariant::fromValue(Mode::Light));
    theme->addItem(Text::tr("Dark"), QVariant::fromValue(Mode::Dark));
    theme->setCurrentIndex(theme->findData(QVariant::fromValue(present.theme)));
    QObject::connect(theme, &QComboBox::currentIndexChanged, theme, [theme, take](int index) {
        const auto mode = theme->itemData(index).value<Mode>();
        take([mode](Preferences& preferences) { preferences.theme = mode; });
    });
    auto* scale = new QComboBox(parent);
    scale->setObjectName(QStringLiteral("textScaleBox"));
    scale->setMinimumWidth(EditorWidth);
    for (const int percent : TextScales)
        scale->addItem(Text::tr("%1 %").arg(percent), percent);
    scale->setCurrentIndex(std::max(0, scale->findData(present.textScale)));
    QObject::connect(scale, &QComboBox::currentIndexChanged, scale, [scale, take](int index) {
        const int percent = scale->itemData(index).toInt();
        take([percent](Preferences& preferences) { preferences.textScale = percent; });
    });
    auto* motion = new QCheckBox(Text::tr("Reduce"), parent);
    motion->setObjectName(QStringLiteral("motionBox"));
    motion->setAccessibleName(Text::tr("Reduce motion"));
    motion->setChecked(present.reducedMotion);
    QObject::connect(motion, &QCheckBox::toggled, motion, [take](bool reduced) {
        take([reduced](Preferences& preferences) { preferences.reducedMotion = reduced; });
    });
    const auto row = [parent](const char* id, QWidget* editor) {
        return new SettingRow(QLatin1String(id), editor, SettingRow::Place::Beside, parent);
    };
    return {row("theme", theme), row("textScale", scale), row("motion", motion)};
}

QList<SettingRow*> reviewRows(const Preferences& present, const TakeEdit& take, QWidget* parent)
{
    return {numberRow(
                "decisionHold", static_cast<int>(present.decisionHold.count()), 0,
                static_cast<int>(limit::LongestHold.count()), Text::tr("seconds"), take,
                [](Preferences& preferences, int chosen) {
                    preferences.decisionHold = std::chrono::seconds(chosen);
                },
                parent),
            holidaysRow(present, take, parent)};
}

QList<SettingRow*> sessionRows(const Preferences& present, const TakeEdit& take, QWidget* parent)
{
    return {numberRow(
        "idleLock", present.idleLockMinutes, limit::ShortestIdle, limit::LongestIdle, Text::tr("minutes"),
        take, [](Preferences& preferences, int chosen) { preferences.idleLockMinutes = chosen; }, parent)};
}

QList<SettingRow*> documentRows(const Preferences& present, const TakeEdit& take, QWidget* parent)
{
    SettingRow* row = numberRow(
        "documentMemory", present.documentMemory, limit::LeastDocumentMemory, limit::MostDocumentMemory,
        Text::tr("MiB"), take,
        [](Preferences& preferences, int chosen) { preferences.documentMemory = chosen; }, parent);
    qobject_cast<QSpinBox*>(row->editor())->setSingleStep(MemoryStep);
    return {row};
}

} // namespace finhub::views
