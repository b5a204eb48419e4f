#pragma once

#include "api/calllog.h"

#include <QList>
#include <QString>

/// The calls of the log in words: method, path, status, duration and error word, and nothing else, since
/// nothing else is kept of them.
namespace finhub::views::calltext {

/// The path with long ids shortened in their middle: "/api/v2.1/verifications/e27d…2f49/documents".
QString shortPath(const QString& path);
/// "200 OK", "409 Conflict", "No answer".
QString status(const api::CallRecord& record);
/// "34 ms", "1.2 s".
QString duration(const api::CallRecord& record);
/// "12:03:22", in the time of this computer.
QString time(const api::CallRecord& record);
/// The second line of a row: "200 OK · 34 ms".
QString outcome(const api::CallRecord& record);
/// Everything in one line, with the whole path; what a screen reader says and what is copied.
QString line(const api::CallRecord& record);
/// Several of them as text to be pasted into a report, oldest last.
QString report(const QList<api::CallRecord>& records);
/// Whether the call did what was asked.
bool isGood(const api::CallRecord& record);

} // namespace finhub::views::calltext
