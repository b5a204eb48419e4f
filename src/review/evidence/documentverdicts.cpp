#include "review/evidence/documentverdicts.h"

#include "core/reasoncode.h"
#include "review/evidence/documentstamp.h"

namespace finhub::review {

DocumentVerdicts::Entry DocumentVerdicts::entry(const Document& document) const
{
    const auto found = m_entries.constFind(document.id);
    const QByteArray stamp = stampOf(document);
    if (found == m_entries.constEnd() || found->stamp != stamp)
        return {.stamp = stamp, .verdict = DocumentVerdict::NotJudged, .reasonCodes = {}};
    return *found;
}

DocumentVerdict DocumentVerdicts::verdict(const Document& document) const
{
    return entry(document).verdict;
}

QStringList DocumentVerdicts::reasonCodes(const Document& document) const
{
    return entry(document).reasonCodes;
}

void DocumentVerdicts::accept(const Document& document)
{
    set(document, {.stamp = stampOf(document), .verdict = DocumentVerdict::Accepted, .reasonCodes = {}});
}

void DocumentVerdicts::refuse(const Document& document, const QStringList& reasonCodes)
{
    QStringList codes = mostSevereFirst(reasonCodes);
    codes.removeIf([](const QString& code) { return !findReason(code); });
    if (!codes.isEmpty())
        set(document,
            {.stamp = stampOf(document), .verdict = DocumentVerdict::NotAccepted, .reasonCodes = codes});
}

void DocumentVerdicts::forget(const Document& document)
{
    set(document, {.stamp = stampOf(document), .verdict = DocumentVerdict::NotJudged, .reasonCodes = {}});
}

void DocumentVerdicts::set(const Document& document, const Entry& entry)
{
    if (this->entry(document) == entry)
        return;
    m_entries.insert(document.id, entry);
    Q_EMIT judged(document);
    Q_EMIT changed();
}

QStringList collectedReasons(const DocumentVerdicts& verdicts, const QList<Document>& documents)
{
    QStringList codes;
    for (const Document& document : documents)
        codes << verdicts.reasonCodes(document);
    return mostSevereFirst(codes);
}

QList<Document> acceptedDocuments(const DocumentVerdicts& verdicts, const QList<Document>& documents)
{
    QList<Document> accepted;
    for (const Document& document : documents) {
        if (verdicts.verdict(document) == DocumentVerdict::Accepted)
            accepted << document;
    }
    return accepted;
}

} // namespace finhub::review
