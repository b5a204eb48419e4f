#include "sandbox/routes/fields.h"

#include <utility>

namespace finhub::sandbox {

Fields::Fields(const Json& object, QString prefix)
    : m_object(object)
    , m_prefix(std::move(prefix))
{
}

QString Fields::text(const char* name, Need need, int longest)
{
    const Json* member = find(name, need);
    if (!member)
        return {};
    if (!member->is_string()) {
        fault(name, QStringLiteral("must be a string"));
        return {};
    }
    QString value = textOf(*member).trimmed();
    if (value.isEmpty() || value.size() > longest) {
        fault(name, QStringLiteral("must have 1 to %1 characters").arg(longest));
        return {};
    }
    return withoutNul(name, value);
}

QString Fields::longText(const char* name, int longest)
{
    const Json* member = find(name);
    if (!member)
        return {};
    if (!member->is_string()) {
        fault(name, QStringLiteral("must be a string"));
        return {};
    }
    QString value = textOf(*member).trimmed();
    if (value.size() > longest) {
        fault(name, QStringLiteral("must have at most %1 characters").arg(longest));
        return {};
    }
    return withoutNul(name, value);
}

QString Fields::withoutNul(const char* name, const QString& value)
{
    if (!value.contains(QChar::Null))
        return value;
    fault(name, QStringLiteral("must not contain the character U+0000"));
    return {};
}

QString Fields::password(const char* name)
{
    const Json* member = find(name, Need::Required);
    if (!member)
        return {};
    QString value = textOf(*member);
    if (value.isEmpty())
        fault(name, QStringLiteral("must be a string that is not empty"));
    return value;
}

QString Fields::secret(const char* name)
{
    const Json* member = find(name);
    if (!member)
        return {};
    QString value = textOf(*member);
    if (value.isEmpty() || value.size() > 255) {
        fault(name, QStringLiteral("must be a string of 1 to 255 characters"));
        return {};
    }
    return value;
}

std::optional<bool> Fields::flag(const char* name, Need need)
{
    const Json* member = find(name, need);
    if (!member)
        return std::nullopt;
    if (!member->is_boolean()) {
        fault(name, QStringLiteral("must be true or false"));
        return std::nullopt;
    }
    return member->get<bool>();
}

std::optional<qint64> Fields::number(const char* name, Need need, qint64 least, qint64 most)
{
    const Json* member = find(name, need);
    if (!member)
        return std::nullopt;
    // An unsigned number above the signed range would turn negative.
    const bool fits =
        member->is_number_unsigned() ? member->get<quint64>() <= quint64(most) : member->is_number_integer();
    if (!fits || member->get<qint64>() < least || member->get<qint64>() > most) {
        fault(name, QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
        return std::nullopt;
    }
    return member->get<qint64>();
}

QDate Fields::date(const char* name, Need need)
{
    const QString value = text(name, need);
    const QDate date = value.size() == 10 ? QDate::fromString(value, QStringLiteral("yyyy-MM-dd")) : QDate();
    if (!value.isEmpty() && !date.isValid())
        fault(name, QStringLiteral("must be a date, YYYY-MM-DD"));
    return date;
}

std::optional<QStringList> Fields::texts(const char* name, Need need)
{
    const Json* member = find(name, need);
    if (!member)
        return std::nullopt;
    QStringList values;
    if (member->is_array()) {
        for (const Json& entry : *member) {
            if (entry.is_string())
                values << textOf(entry).trimmed();
        }
    }
    if (!member->is_array() || values.size() != qsizetype(member->size())) {
        fault(name, QStringLiteral("must be an array of strings"));
        return std::nullopt;
    }
    return values;
}

const Json* Fields::object(const char* name, Need need)
{
    const Json* member = find(name, need);
    if (member && !member->is_object()) {
        fault(name, QStringLiteral("must be an object"));
        return nullptr;
    }
    return member;
}

void Fields::mustAgree(const char* name, const QString& expected)
{
    const QString value = text(name, Need::Optional);
    if (!value.isEmpty() && value != expected)
        fault(name, QStringLiteral("does not agree with the path"));
}

void Fields::fault(const char* name, const QString& message)
{
    const QString field = m_prefix + QLatin1String(name);
    for (const FieldFault& known : m_faults) {
        if (known.field == field)
            return;
    }
    m_faults.append({field, message});
}

const Json* Fields::find(const char* name) const
{
    const auto member = m_object.find(name);
    return member == m_object.end() || member->is_null() ? nullptr : &*member;
}

const Json* Fields::find(const char* name, Need need)
{
    const Json* member = find(name);
    if (!member && need == Need::Required)
        fault(name, QStringLiteral("is required"));
    return member;
}

} // namespace finhub::sandbox
