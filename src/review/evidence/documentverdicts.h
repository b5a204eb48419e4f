#pragma once

#include "core/values.h"

#include <QHash>
#include <QObject>

namespace finhub::review {

/// What a reviewer says of one document.
enum class DocumentVerdict { NotJudged, Accepted, NotAccepted };

/// The verdicts on the documents of one case, each bound to the document's id and bytes: a document whose
/// bytes have changed has not been judged. They are the reviewer's own, stay in memory, and are sent only as
/// reasons of a decision. GUI thread.
class DocumentVerdicts : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    DocumentVerdict verdict(const Document& document) const;
    /// Why it is not accepted, most severe first; empty for any other verdict.
    QStringList reasonCodes(const Document& document) const;

    void accept(const Document& document);
    /// Without a reason of the catalogue nothing happens.
    void refuse(const Document& document, const QStringList& reasonCodes);
    /// Takes the verdict back.
    void forget(const Document& document);

Q_SIGNALS:
    void changed();
    /// The verdict on this document is another one now.
    void judged(const finhub::Document& document);

private:
    struct Entry {
        QByteArray stamp;
        DocumentVerdict verdict = DocumentVerdict::NotJudged;
        QStringList reasonCodes;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    Entry entry(const Document& document) const;
    void set(const Document& document, const Entry& entry);

    QHash<DocumentId, Entry> m_entries;
};

/// The reasons of these documents together, most severe first.
QStringList collectedReasons(const DocumentVerdicts& verdicts, const QList<Document>& documents);

/// Those of these documents that are accepted, in their order.
QList<Document> acceptedDocuments(const DocumentVerdicts& verdicts, const QList<Document>& documents);

} // namespace finhub::review
