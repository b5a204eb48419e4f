#pragma once

#include "core/wirevalue.h"
#include "sandbox/store/database.h"

#include <QDateTime>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace finhub::sandbox {

/// One use of a prepared statement: values go in by position, columns come out in order. Invalid times and
/// empty texts are NULL in the database. No two uses of the same statement at a time.
class Statement {
public:
    Statement(Database& database, const QString& sql)
        : m_database(database)
        , m_query(database.prepared(sql))
    {
    }
    ~Statement() { m_query.finish(); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& operator<<(qint64 number) { return bind(number); }
    Statement& operator<<(int number) { return bind(number); }
    Statement& operator<<(const QString& text)
    {
        return bind(text.isEmpty() ? QVariant() : QVariant(storable(text)));
    }
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

    /// False when the database refuses, and when it has refused something before.
    bool run()
    {
        m_column = 0;
        if (m_database.isIntact() && !m_query.exec())
            m_database.fail(m_query.lastError());
        return m_database.isIntact();
    }
    /// The next row, if there is one.
    bool next()
    {
        m_column = 0;
        if (m_query.next())
            return true;
        if (m_query.lastError().isValid())
            m_database.fail(m_query.lastError());
        return false;
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
    /// PostgreSQL has no place for U+0000. Nothing that is declared has it either, but ids that somebody asks
    /// for may.
    static QString storable(QString text) { return text.replace(QChar::Null, QChar::ReplacementCharacter); }

    Database& m_database;
    QSqlQuery& m_query;
    int m_column = 0;
};

} // namespace finhub::sandbox
