#include "core/reasoncode.h"

#include <algorithm>
#include <array>

namespace finhub {

namespace {
constexpr const char* Neutral = "We are unable to complete your application.";
constexpr auto Retry = Disposition::Retry;
constexpr auto Final = Disposition::Final;
constexpr auto OfDocument = ReasonScope::Document;
constexpr auto OfApplicant = ReasonScope::Applicant;

constexpr std::array<ReasonCode, 26> Catalogue{{
    {"BLACK_AND_WHITE", Retry, OfDocument, false, "Please send a colour photo or scan of the document."},
    {"SCREENSHOT", Retry, OfDocument, false,
     "Please photograph or scan the original; screenshots are not accepted."},
    {"LOW_RESOLUTION", Retry, OfDocument, false,
     "The image is too small to read; please send a sharper one."},
    {"DOCUMENT_UNREADABLE", Retry, OfDocument, false,
     "We could not read the document; please send a clear picture without glare."},
    {"DOCUMENT_INCOMPLETE", Retry, OfDocument, false,
     "Part of the document is cut off; all four corners must be visible."},
    {"PAGE_OR_SIDE_MISSING", Retry, OfDocument, false, "A page or side of the document is missing."},
    {"DOCUMENT_DAMAGED", Retry, OfDocument, false, "The document is damaged; please use another one."},
    {"POA_TOO_OLD", Retry, OfDocument, false, "The proof of address must not be older than three months."},
    {"DOCUMENT_EXPIRED", Retry, OfDocument, false, "The document has expired; please send a valid one."},
    {"DOCUMENT_TYPE_NOT_ACCEPTED", Retry, OfDocument, false, "We do not accept this kind of document."},
    {"DATA_MISMATCH_ADDRESS", Retry, OfApplicant, false, "The address differs from the one you entered."},
    {"DATA_MISMATCH_NUMBER", Retry, OfApplicant, false,
     "The document number differs from the one you entered."},
    {"DATA_MISMATCH_NAME", Retry, OfApplicant, false, "The name differs from the one you entered."},
    {"DATA_MISMATCH_DOB", Retry, OfApplicant, false, "The date of birth differs from the one you entered."},
    {"EXTERNAL_DECISION", Final, OfApplicant, false, Neutral},
    {"RESUBMISSION_LIMIT", Final, OfApplicant, false, "The number of attempts has been used up."},
    {"JURISDICTION_NOT_SUPPORTED", Final, OfApplicant, false, "We do not offer our service in your country."},
    {"UNDERAGE", Final, OfApplicant, false, "You must be at least 18 years old."},
    {"DUPLICATE_APPLICANT", Final, OfApplicant, false, "You already have an account or application with us."},
    {"FACE_MISMATCH", Final, OfApplicant, false,
     "The person in the photo could not be matched to the document."},
    {"DOCUMENTS_OF_DIFFERENT_PEOPLE", Final, OfApplicant, false, "The documents belong to different people."},
    {"TAMPERED", Final, OfDocument, true, Neutral},
    {"FORGED", Final, OfDocument, true, Neutral},
    {"ADVERSE_MEDIA", Final, OfApplicant, true, Neutral},
    {"PEP_NOT_APPROVED", Final, OfApplicant, true, Neutral},
    {"SANCTIONS_MATCH", Final, OfApplicant, true, Neutral},
}};
} // namespace

QString neutralReasonText()
{
    return QLatin1String(Neutral);
}

std::span<const ReasonCode> reasonCatalogue()
{
    return Catalogue;
}

const ReasonCode* findReason(const QString& code)
{
    const auto* const found =
        std::find_if(Catalogue.begin(), Catalogue.end(),
                     [&code](const ReasonCode& row) { return code == QLatin1String(row.code); });
    return found == Catalogue.end() ? nullptr : found;
}

QStringList mostSevereFirst(const QStringList& codes)
{
    QStringList ordered = codes;
    ordered.removeDuplicates();
    // Rows of one array: a higher address is a more severe reason, and nullptr (unknown) is the lowest.
    std::stable_sort(ordered.begin(), ordered.end(), [](const QString& a, const QString& b) {
        return std::less<>()(findReason(b), findReason(a));
    });
    return ordered;
}

QString customerText(const QStringList& codes)
{
    QStringList sentences;
    for (const QString& code : mostSevereFirst(codes)) {
        const ReasonCode* reason = findReason(code);
        // An unknown code gives no text: what it means to the customer is not known.
        if (!reason)
            continue;
        if (reason->internal)
            return neutralReasonText();
        sentences << reason->publicTextString();
    }
    sentences.removeDuplicates();
    return sentences.join(u' ');
}

QString approvalText()
{
    return QStringLiteral("Approved");
}

} // namespace finhub
