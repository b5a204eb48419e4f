#pragma once

#include "core/values.h"
#include "review/pack/packzip.h"

namespace finhub::review {

/// What a pack is made of: one case as it was read.
struct PackCase {
    Customer customer;
    Verification verification; ///< with its documents
    QList<TimelineEvent> timeline;
    QString officer; ///< user id of who exports it
    QDateTime exportedAt;
};

/// The names of the files that every pack has.
namespace packname {
inline constexpr QLatin1StringView Record("record.json");       ///< the case as it was read
inline constexpr QLatin1StringView Reasons("reasons.json");     ///< the reasons of the decision
inline constexpr QLatin1StringView Documents("documents.json"); ///< the documents with their SHA-256
inline constexpr QLatin1StringView Summary("summary.pdf");      ///< for people
inline constexpr QLatin1StringView ReadMe("README.txt");        ///< for people: how to check it
inline constexpr QLatin1StringView Contents("contents.json");   ///< the SHA-256 of all of these
inline constexpr QLatin1StringView Journal("journal.jsonl");    ///< the case's part of the journal
} // namespace packname

/// Record, reasons and documents of the case as JSON.
QList<PackFile> packRecords(const PackCase& of);

/// The name of a document's own bytes in the pack.
QString packDocumentName(const Document& document, int number);

/// The SHA-256 of each of these files, and the customer. Its own hash stands in the journal, in the entry of
/// the export, so that the signature there vouches for every byte of the pack.
PackFile packContents(const QList<PackFile>& files, const CustomerId& customer);

/// The SHA-256, 64 lower-case hex digits.
QByteArray packHash(const QByteArray& content);

} // namespace finhub::review
