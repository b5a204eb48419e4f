#pragma once

#include "core/values.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace finhub::review {

/// One thing of a case that a decision is about.
enum class SnapshotField {
    Verification,
    Customer,
    Type,
    Status,
    Level,
    Risk,
    Round,
    Version,
    Document, ///< whether it is there at all; its value is the file name
    DocumentType,
    DocumentFile,
    DocumentKind, ///< the declared MIME type
    DocumentSize,
    DocumentRound,
    DocumentContent, ///< its SHA-256
    FirstName,
    LastName,
    DateOfBirth,
    Nationality,
    PlaceOfBirth,
    Gender,
    Email,
    Phone,
    Category,
    CustomerRisk,
};

/// What one field of a case was and what it is: the words of the wire, dates as in ISO 8601, empty where
/// there is nothing.
struct SnapshotDifference {
    SnapshotField field = SnapshotField::Verification;
    DocumentId document = {}; ///< of fields of a document
    QString was = {};
    QString is = {};

    friend bool operator==(const SnapshotDifference&, const SnapshotDifference&) = default;
};

/// A case as it was on the officer's screen: what a decision is bound to. The customer is absent where the
/// server does not offer to read them; then nothing is said of what they declared.
struct CaseSnapshot {
    CaseSnapshot() = default;
    CaseSnapshot(Verification shown, std::optional<Customer> declared = {}); // NOLINT(google-explicit-constructor)

    /// 64 lower-case hex digits: SHA-256 over every field of SnapshotField, each with its name and value in
    /// UTF-8 behind their lengths, documents in the order of their ids, under the name and version of the
    /// encoding. Equal for two readings that mean the same case, and for no others.
    QByteArray digest() const;

    Verification verification;
    std::optional<Customer> customer;
};

/// Field by field in the order of SnapshotField, documents by id: what is another now. What the customer
/// declared is compared where both have it.
QList<SnapshotDifference> differences(const CaseSnapshot& shown, const CaseSnapshot& current);

} // namespace finhub::review
