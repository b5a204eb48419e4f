#include "exampleshape.h"

#include "core/wiretime.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

namespace finhub::test {

using sandbox::Json;

namespace {
bool matches(const QString& text, const char* pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}

/// nullopt: not a placeholder.
std::optional<bool> placeholderAgrees(const QString& placeholder, const Json& value)
{
    const QString text = sandbox::textOf(value);
    if (placeholder == QLatin1String("<id>"))
        return matches(text, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    if (placeholder == QLatin1String("<time>"))
        return matches(text, "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z") &&
               parseWireTime(text).isValid();
    if (placeholder == QLatin1String("<jwt>"))
        return matches(text, "[\\w-]+\\.[\\w-]+\\.[\\w-]{43}");
    if (placeholder == QLatin1String("<hash>"))
        return matches(text, "[0-9a-f]{64}");
    if (placeholder == QLatin1String("<signature>"))
        return matches(text, "sha256=[0-9a-f]{64}");
    if (placeholder == QLatin1String("<iban>"))
        return matches(text, "LT\\d{18}");
    if (placeholder == QLatin1String("<text>"))
        return !text.isEmpty();
    if (placeholder == QLatin1String("<number>"))
        return value.is_number_integer();
    return std::nullopt;
}

QStringList membersOf(const Json& object)
{
    QStringList names;
    for (const auto& [name, value] : object.items())
        names << QString::fromStdString(name);
    return names;
}
} // namespace

Json exampleNamed(const char* name)
{
    QFile file(QStringLiteral(FINHUB_SOURCE_DIR "/tests/sandbox/examples/%1.json").arg(QLatin1String(name)));
    const auto example =
        file.open(QIODevice::ReadOnly) ? sandbox::parseJsonObject(file.readAll()) : std::nullopt;
    if (!example)
        qFatal("there is no readable example %s", name);
    return *example;
}

QString differenceFromExample(const Json& example, const Json& answer, const QString& path)
{
    if (const auto agrees = placeholderAgrees(sandbox::textOf(example), answer)) {
        return *agrees ? QString()
                       : QStringLiteral("%1 is %2").arg(path, QString::fromStdString(answer.dump()));
    }
    if (example.is_object() && answer.is_object()) {
        if (membersOf(example) != membersOf(answer))
            return QStringLiteral("%1 has %2").arg(path, membersOf(answer).join(u' '));
        for (const auto& [name, value] : example.items()) {
            const QString difference =
                differenceFromExample(value, answer.at(name), path + u'.' + QString::fromStdString(name));
            if (!difference.isEmpty())
                return difference;
        }
        return {};
    }
    if (example.is_array() && answer.is_array() && example.size() == answer.size()) {
        for (std::size_t i = 0; i < example.size(); ++i) {
            const QString difference =
                differenceFromExample(example[i], answer[i], QStringLiteral("%1[%2]").arg(path).arg(i));
            if (!difference.isEmpty())
                return difference;
        }
        return {};
    }
    return example == answer ? QString()
                             : QStringLiteral("%1 is %2").arg(path, QString::fromStdString(answer.dump()));
}

} // namespace finhub::test
