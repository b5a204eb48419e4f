#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QRandomGenerator>

#include <chrono>
#include <functional>

namespace finhub::api {

/// What the program tells the client about itself, and the limits that the client keeps. The defaults are
/// those of the console; tests shorten them.
struct ClientOptions {
    QByteArray program =
        QByteArrayLiteral("kyc-console");          ///< `X-Forwarded-From`, and first half of `User-Agent`
    QByteArray version = QByteArrayLiteral("0.1"); ///< second half of `User-Agent`
    QByteArray deviceId;                           ///< stable id of this installation (1.2)

    /// Overall deadlines of one transmission, from its start to the last byte of its answer.
    std::chrono::milliseconds callDeadline = std::chrono::seconds(15);
    std::chrono::milliseconds documentDeadline = std::chrono::seconds(60);
    std::chrono::milliseconds farewellDeadline = std::chrono::seconds(3); ///< 2.2's DELETE at sign-out

    /// The largest answer that is read, in bytes after decompression. Documents have MaxDocumentBytes.
    qint64 maxAnswerBytes = qint64(16) * 1024 * 1024;

    /// W3 and R20: how often a GET is repeated, from which pause on, doubling up to which.
    int maxRepeats = 2;
    std::chrono::milliseconds firstPause = std::chrono::seconds(1);
    std::chrono::milliseconds longestPause = std::chrono::seconds(60);

    /// PEM of the authorities that TLS trusts where the profile names none; empty: those of the system.
    QByteArray trustedAuthorities;

    /// The present, UTC.
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };

    /// At random from 0 up to but not 1: how much longer than necessary this console waits.
    std::function<double()> chance = [] { return QRandomGenerator::global()->generateDouble(); };
};

} // namespace finhub::api
