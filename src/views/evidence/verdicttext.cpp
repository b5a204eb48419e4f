#include "views/evidence/verdicttext.h"

#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views {

namespace {
using review::EvidenceGap;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::verdicttext", text);
}

QString inSentence(QString text)
{
    // An abbreviation keeps its capitals.
    if (text.size() > 1 && text.at(1).isLower())
        text[0] = text.at(0).toLower();
    return text;
}

/// "Bank statement (page 2 of 3)".
QString nameOf(const review::ApprovalGap& gap, const review::CaseEvidence& evidence)
{
    if (!gap.document)
        return gap.requirement.isAbsent() ? tr("any document") : inSentence(words::requirement(gap.requirement));
    const QString name = words::documentType(gap.document->type);
    if (gap.gap == EvidenceGap::NotAccepted || gap.gap == EvidenceGap::RefusedForGood)
        return tr("%1 (%2)").arg(name, inSentence(reasonsText(evidence.verdicts().reasonCodes(*gap.document))));
    const int pages = evidence.displays().pageCount(*gap.document);
    if (gap.gap == EvidenceGap::NotDisplayed && pages > 1) {
        const QLocale locale;
        return tr("%1 (page %2 of %3)")
            .arg(name, locale.toString(evidence.displays().firstPageMissing(*gap.document) + 1),
                 locale.toString(pages));
    }
    return name;
}

QString sentenceOf(EvidenceGap gap, const QString& names)
{
    switch (gap) {
    case EvidenceGap::RefusedForGood:
        return tr("Not accepted for a reason that ends the application: %1.").arg(names);
    case EvidenceGap::NoDocument:
        return tr("No document for: %1.").arg(names);
    case EvidenceGap::NotAccepted:
        return tr("Not accepted: %1.").arg(names);
    case EvidenceGap::NotDisplayed:
        return tr("Not yet seen whole and readable: %1.").arg(names);
    case EvidenceGap::NotJudged:
        return tr("Not yet judged: %1.").arg(names);
    }
    return {};
}
} // namespace

QString verdictText(review::DocumentVerdict verdict)
{
    switch (verdict) {
    case review::DocumentVerdict::Accepted:
        return tr("✓ Accepted");
    case review::DocumentVerdict::NotAccepted:
        return tr("✕ Not accepted");
    case review::DocumentVerdict::NotJudged:
        return tr("Not judged");
    }
    return {};
}

QString reasonsText(const QStringList& codes)
{
    QStringList names;
    for (const QString& code : codes)
        names << (names.isEmpty() ? words::reason(code) : inSentence(words::reason(code)));
    return QLocale().createSeparatedList(names);
}

QString displayedText(const review::DisplayRecord& displays, const Document& document,
                    DisplayWatch::Progress progress)
{
    if (displays.isDisplayed(document))
        return tr("Seen whole.");
    const QLocale locale;
    const int pages = displays.pageCount(document);
    switch (progress) {
    case DisplayWatch::Progress::TooSmall:
        return tr("Too small to read. W fits the width; then move over all of it.");
    case DisplayWatch::Progress::Part:
        return tr("Not all of it seen yet: move over the rest of the page.");
    case DisplayWatch::Progress::Whole:
    case DisplayWatch::Progress::None:
        break;
    }
    if (pages > 1)
        return tr("Seen %1 of %2 pages; next is page %3.")
            .arg(locale.toString(displays.pagesDisplayed(document)), locale.toString(pages),
                 locale.toString(displays.firstPageMissing(document) + 1));
    return tr("Not seen yet.");
}

QString gapsText(const QList<review::ApprovalGap>& gaps, const review::CaseEvidence& evidence)
{
    QStringList sentences;
    for (qsizetype i = 0; i < gaps.size();) {
        const EvidenceGap kind = gaps.at(i).gap;
        QStringList names;
        for (; i < gaps.size() && gaps.at(i).gap == kind; ++i)
            names << nameOf(gaps.at(i), evidence);
        names.removeDuplicates();
        sentences << sentenceOf(kind, QLocale().createSeparatedList(names));
    }
    return sentences.join(u' ');
}

} // namespace finhub::views
