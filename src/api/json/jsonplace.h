#pragma once

#include "core/id.h"
#include "core/secret.h"
#include "core/wirevalue.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace finhub::api {

/// A place in a JsonText, present or not. What is absent or null reads as the default; what has the wrong
/// type or range notes a fault with its JSON path and reads as the default too. So a codec reads every member
/// in a row and asks JsonText::checked() once at the end.
class JsonPlace {
public:
    /// Present and not null.
    bool isPresent() const;
    bool isObject() const;
    bool isArray() const;
    bool isText() const;

    /// Whether this is an object with such a member, be it null.
    bool has(const char* name) const;

    /// The member of an object; absent where there is none. A present value that is no object notes a fault.
    JsonPlace member(const char* name) const;
    /// R6: the first of these members that is present.
    JsonPlace firstOf(std::initializer_list<const char*> names) const;
    /// The elements of an array; none when absent.
    std::vector<JsonPlace> elements() const;
    /// The members of an object with their names; none when absent.
    std::vector<std::pair<QString, JsonPlace>> members() const;

    /// The same place, noting a fault when there is nothing.
    const JsonPlace& required() const;
    /// The same place, but neither it nor what is read below it notes faults.
    JsonPlace tolerant() const;

    QString text() const;
    QStringList texts() const;
    std::optional<bool> flag() const;
    /// A whole number within the range; 1.9, true and "1" are faults.
    std::optional<qint64> integer(qint64 least = std::numeric_limits<qint64>::min(),
                                  qint64 greatest = std::numeric_limits<qint64>::max()) const;
    std::optional<int> smallInteger(int least, int greatest) const;
    /// R10: text or epoch milliseconds, UTC; anything else is unknown, which is not a fault.
    QDateTime time() const;
    /// 1.6; a time is accepted for its date. Unreadable text is unknown, which is not a fault.
    QDate date() const;
    /// The bytes of a text without a detour over QString.
    Secret secret() const;
    /// R5: text as it is, or the decimal digits of a whole number.
    QString idText() const;
    template <typename IdType>
    IdType id() const
    {
        return IdType(idText());
    }
    /// R4: a word of an enum, kept as it is when unknown.
    template <typename E>
    WireValue<E> word() const
    {
        return WireValue<E>::fromWire(text());
    }
    template <typename E>
    QList<WireValue<E>> words() const
    {
        QList<WireValue<E>> out;
        for (const JsonPlace& element : elements())
            out.append(element.word<E>());
        return out;
    }

    /// Notes a fault here; the first one stays.
    void noteFault(const char* what) const;

private:
    friend class JsonText;
    JsonPlace(const void* node, QString* fault, QByteArray path);
    JsonPlace child(const void* node, const QByteArray& step) const;

    const void* m_node = nullptr; ///< the parser's value; null when absent
    QString* m_fault = nullptr;   ///< where the first fault goes; null for a tolerant place
    QByteArray m_path;
};

} // namespace finhub::api
