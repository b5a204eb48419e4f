#pragma once

#include "core/error.h"
#include "sandbox/http/httpmessage.h"
#include "sandbox/json.h"

#include <QList>
#include <QStringList>

namespace finhub::sandbox {

/// Reads the query of a list (1.6) and collects what is wrong with it. Unknown names are ignored.
class ListQuery {
public:
    explicit ListQuery(const HttpRequest& request);

    int page() const { return m_page; }
    int size() const { return m_size; }
    qint64 offset() const { return qint64(m_page) * m_size; }

    QString text(const char* name) const;
    /// The alternatives of a list filter, without blanks around them.
    QStringList alternatives(const char* name) const;
    /// The same as values of an enum; others are faults.
    template <typename E>
    QList<E> words(const char* name)
    {
        QList<E> values;
        for (const QString& alternative : alternatives(name)) {
            const E value = WireValue<E>::fromWire(alternative).value();
            if (value == E::Unknown)
                fault(name, QStringLiteral("is not one of the allowed values"));
            else
                values << value;
        }
        return values;
    }

    void fault(const char* name, const QString& message);
    const QList<FieldFault>& faults() const { return m_faults; }

    /// `pagination{total,page,size}`.
    Json paginationView(qint64 total) const;

private:
    int number(const char* name, int fallback, int least, int most);

    const HttpRequest& m_request;
    QList<FieldFault> m_faults;
    int m_page = 0;
    int m_size = 50;
};

} // namespace finhub::sandbox
