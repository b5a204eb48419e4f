#pragma once

#include "core/values.h"

#include <QHash>
#include <QObject>

namespace finhub::review {

/// What a customer declared of themselves (2.4) that a document may show as well.
enum class DeclaredField { Name, DateOfBirth, Nationality, PlaceOfBirth, Gender };

/// What a reviewer has found when comparing a declared field with a document.
enum class FieldCheck {
    Open, ///< not looked at yet
    Matches,
    Differs,
    NotShown, ///< the document does not show it, or not legibly
};

/// The fields that a document of this type can show, in the order in which they are declared; of a type that
/// is not known all of them, since it may show anything.
QList<DeclaredField> fieldsShownBy(DocumentType type);

/// The ticks of one case: for each of its documents, how its fields compare with what was declared. They are
/// the reviewer's own and stay in memory. A document whose bytes have changed begins
/// anew, and so does a field whose declared value has. GUI thread.
class FieldChecks : public QObject {
    Q_OBJECT

public:
    struct Count {
        int fields = 0;
        int checked = 0;
        int differing = 0;

        friend bool operator==(const Count&, const Count&) = default;
    };

    using QObject::QObject;

    /// `declared` is the value that was compared.
    FieldCheck check(const Document& document, DeclaredField field, const QString& declared) const;
    void setCheck(const Document& document, DeclaredField field, const QString& declared, FieldCheck check);
    void clear();

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        QByteArray sha256;
        QString declared;
        FieldCheck check = FieldCheck::Open;
    };

    QHash<QPair<QString, int>, Entry> m_entries; ///< by document id and field
};

/// The value of a field as it was declared; empty when it was not.
QString declaredValue(const Person& person, DeclaredField field);

/// The fields that can be compared: those that the document can show and the customer has declared.
QList<DeclaredField> comparableFields(const Document& document, const Person& person);

/// How far the comparison of this document has come.
FieldChecks::Count countChecks(const FieldChecks& checks, const Document& document, const Person& person);

} // namespace finhub::review
