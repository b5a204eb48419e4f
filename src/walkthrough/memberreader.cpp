#include "walkthrough/memberreader.h"

#include <QJsonArray>
#include <QVariant>

#include <cmath>
#include <utility>

namespace finhub::walkthrough {

MemberReader::MemberReader(QJsonObject object, int step, QString path, std::optional<ScriptError>& error)
    : m_object(std::move(object))
    , m_step(step)
    , m_path(std::move(path))
    , m_error(&error)
{
}

QJsonValue MemberReader::take(const QString& name)
{
    m_asked << name;
    return m_object.value(name);
}

QString MemberReader::text(const QString& name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return {};
    if (!value.isString())
        refuse(name, QStringLiteral("must be a text"));
    else if (value.toString().isEmpty())
        refuse(name, QStringLiteral("is empty"));
    return value.toString();
}

QString MemberReader::neededText(const QString& name)
{
    if (!has(name))
        refuse(name, QStringLiteral("is missing"));
    return text(name);
}

std::optional<int> MemberReader::number(const QString& name, int least, int most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    const double number = value.toDouble(std::nan(""));
    if (!(number >= least && number <= most) || std::floor(number) != number) {
        refuse(name, QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
        return std::nullopt;
    }
    return static_cast<int>(number);
}

bool MemberReader::flag(const QString& name, bool otherwise)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool())
        refuse(name, QStringLiteral("must be true or false"));
    return value.toBool(otherwise);
}

QVariant MemberReader::scalar(const QString& name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        refuse(name, QStringLiteral("is missing"));
    else if (!value.isBool() && !value.isDouble() && !value.isString())
        refuse(name, QStringLiteral("must be true, false, a number or a text"));
    return value.toVariant();
}

std::optional<MemberReader> MemberReader::object(const QString& name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject())
        refuse(name, QStringLiteral("must be an object"));
    return MemberReader(value.toObject(), m_step, m_path + name + u'.', *m_error);
}

QList<MemberReader> MemberReader::objects(const QString& name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isArray())
        refuse(name, QStringLiteral("must be a list"));
    QList<MemberReader> readers;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString element = QStringLiteral("%1[%2]").arg(name).arg(i);
        if (!array.at(i).isObject())
            refuse(element, QStringLiteral("must be an object"));
        readers << MemberReader(array.at(i).toObject(), m_step, m_path + element + u'.', *m_error);
    }
    return readers;
}

void MemberReader::refuse(const QString& name, const QString& problem)
{
    if (!*m_error)
        *m_error = ScriptError{m_step, m_path + name, problem};
}

void MemberReader::refuseOthers()
{
    const QStringList names = m_object.keys();
    for (const QString& name : names) {
        if (!m_asked.contains(name))
            refuse(name, QStringLiteral("is not known here"));
    }
}

} // namespace finhub::walkthrough
