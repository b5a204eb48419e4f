#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QString>

#include <chrono>
#include <deque>

namespace finhub::api {

/// One transmission as it may be shown and kept: never a header, a body, a query or anything personal (W5).
struct CallRecord {
    QDateTime at; ///< when it was sent, UTC
    QByteArray method;
    QString path;   ///< with the ids that were in it, without the query
    int status = 0; ///< HTTP status, 0 when there was none
    std::chrono::milliseconds duration{};
    WireValue<ErrorWord> word; ///< of an error answer; only words of the contract
    QString technical;         ///< why there was no whole answer, in Qt's word for it; else empty
    bool asCustomer = false;   ///< carried the token of a customer session (2.5)

    /// Whether the path names this id as a whole segment.
    bool isAbout(const QString& id) const;

    friend bool operator==(const CallRecord&, const CallRecord&) = default;
};

/// The last transmissions of this run, newest first, at most MaxRecords; a repeated request is several of
/// them. Forgets everything when a session ends. GUI thread.
class CallLog : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t MaxRecords = 500;

    using QObject::QObject;

    void add(CallRecord record);
    void clear();
    const std::deque<CallRecord>& records() const { return m_records; }

Q_SIGNALS:
    void changed();

private:
    std::deque<CallRecord> m_records;
};

} // namespace finhub::api
