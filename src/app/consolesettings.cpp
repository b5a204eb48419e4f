#include "app/consolesettings.h"

#include <QSettings>

#include <utility>

namespace finhub::app {

namespace {
constexpr QLatin1String HoldKey("decisions/hold-seconds");
constexpr std::chrono::seconds DefaultHold{5};
constexpr std::chrono::seconds LongestHold{60};
} // namespace

ConsoleSettings::ConsoleSettings(QString file)
    : m_file(std::move(file))
{
}

std::chrono::seconds ConsoleSettings::decisionHold() const
{
    const QSettings settings(m_file, QSettings::IniFormat);
    bool isNumber = false;
    const std::chrono::seconds hold(settings.value(HoldKey).toString().toInt(&isNumber));
    return isNumber && hold >= std::chrono::seconds(0) && hold <= LongestHold ? hold : DefaultHold;
}

bool ConsoleSettings::setDecisionHold(std::chrono::seconds hold)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(HoldKey, QString::number(hold.count()));
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace finhub::app
