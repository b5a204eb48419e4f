#pragma once

#include "core/wirevalue.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace finhub::sandbox {

/// `INSERT OR REPLACE` of a whole row.
inline QString replaceInto(const QString& table, int columns)
{
    return QStringLiteral("INSERT OR REPLACE INTO %1 VALUES (?%2)")
        .arg(table, QStringLiteral(", ?").repeated(columns - 1));
}

/// One prepared statement: values go in by position, columns come out in order. Invalid times and empty
/// texts are NULL in the database.
class Statement {
public:
    Statement(const QSqlDatabase& database, const QString& sql)
        : m_query(database)
    {
        m_query.setForwardOnly(true);
        m_ok = m_query.prepare(sql);
    }

    Statement& operator<<(qint64 number) { return bind(number); }
    Statement& operator<<(int number) { return bind(number); }
    Statement& operator<<(const QString& text) { return bind(text.isEmpty() ? QVariant() : QVariant(text)); }
    Statement& operator<<(const QByteArray& bytes)
    {
        return bind(bytes.isEmpty() ? QVariant() : QVariant(bytes));
    }
    Statement& operator<<(const QDateTime& time)
    {
        return bind(time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant());
    }
    template <typename E>
    requires std::is_enum_v<E> Statement& operator<<(E word) { return *this << WireValue<E>::nameOf(word); }
    Statement& bind(const QVariant& value)
    {
        m_query.addBindValue(value);
        return *this;
    }

    bool run()
    {
        m_column = 0;
        return m_ok && m_query.exec();
    }
    /// The next row, if there is one.
    bool next()
    {
        m_column = 0;
        return m_query.next();
    }

    QVariant value() { return m_query.value(m_column++); }
    QString text() { return value().toString(); }
    qint64 number() { return value().toLongLong(); }
    QByteArray bytes() { return value().toByteArray(); }
    QDateTime time()
    {
        const QVariant milliseconds = value();
        return milliseconds.isNull() ? QDateTime()
                                     : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
    }
    template <typename E>
    E word()
    {
        return WireValue<E>::fromWire(text()).value();
    }
    QStringList texts() { return text().split(u' ', Qt::SkipEmptyParts); }

private:
    QSqlQuery m_query;
    bool m_ok = false;
    int m_column = 0;
};

} // namespace finhub::sandbox
