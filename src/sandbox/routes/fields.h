#pragma once

#include "core/error.h"
#include "sandbox/json.h"
#include "sandbox/routes/refusal.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace finhub::sandbox {

enum class Need { Required, Optional };

/// Reads the members of a request body and collects what is wrong with them, one fault a member. null counts
/// as absent. After a fault the value read is empty; ask ok() before using any.
class Fields {
public:
    explicit Fields(const Json& object, QString prefix = {});

    /// 2: 1-255 characters unless said, trimmed.
    QString text(const char* name, Need need, int longest = 255);
    /// A longer text that may be empty: `comment`, `notes`.
    QString longText(const char* name, int longest);
    /// Not trimmed, any length from 1.
    QString password(const char* name);
    /// Optional, not trimmed, 1-255 characters.
    QString secret(const char* name);
    std::optional<bool> flag(const char* name, Need need);
    std::optional<qint64> number(const char* name, Need need, qint64 least, qint64 most);
    QDate date(const char* name, Need need);
    std::optional<QStringList> texts(const char* name, Need need);
    const Json* object(const char* name, Need need);

    /// A value of an enum of the contract; Unknown when absent or wrong.
    template <typename E>
    E word(const char* name, Need need)
    {
        const QString value = text(name, need);
        const E known = WireValue<E>::fromWire(value).value();
        if (!value.isEmpty() && known == E::Unknown)
            fault(name, QStringLiteral("is not one of the allowed values"));
        return known;
    }
    /// An optional id that has to be this one.
    void mustAgree(const char* name, const QString& expected);

    bool has(const char* name) const { return find(name) != nullptr; }
    void fault(const char* name, const QString& message);
    /// Takes over the faults of an object inside this one.
    void take(const Fields& inner) { m_faults += inner.m_faults; }
    bool ok() const { return m_faults.isEmpty(); }
    Refusal refusal() const { return validationFailed(m_faults); }

private:
    /// The member, nullptr when it is absent or null.
    const Json* find(const char* name) const;
    const Json* find(const char* name, Need need);
    /// The value, unless it has a character that not every store can keep.
    QString withoutNul(const char* name, const QString& value);

    const Json& m_object;
    QString m_prefix;
    QList<FieldFault> m_faults;
};

} // namespace finhub::sandbox
