#include "views/evidence/reasonkeys.h"

#include <array>
#include <utility>

namespace finhub::views {

namespace {
constexpr std::array<std::pair<char, const char*>, 26> Keys{{
    {'B', "BLACK_AND_WHITE"},
    {'S', "SCREENSHOT"},
    {'L', "LOW_RESOLUTION"},
    {'U', "DOCUMENT_UNREADABLE"},
    {'I', "DOCUMENT_INCOMPLETE"},
    {'P', "PAGE_OR_SIDE_MISSING"},
    {'D', "DOCUMENT_DAMAGED"},
    {'O', "POA_TOO_OLD"},
    {'E', "DOCUMENT_EXPIRED"},
    {'T', "DOCUMENT_TYPE_NOT_ACCEPTED"},
    {'A', "DATA_MISMATCH_ADDRESS"},
    {'R', "DATA_MISMATCH_NUMBER"},
    {'N', "DATA_MISMATCH_NAME"},
    {'Y', "DATA_MISMATCH_DOB"},
    {'X', "EXTERNAL_DECISION"},
    {'Z', "RESUBMISSION_LIMIT"},
    {'J', "JURISDICTION_NOT_SUPPORTED"},
    {'G', "UNDERAGE"},
    {'C', "DUPLICATE_APPLICANT"},
    {'F', "FACE_MISMATCH"},
    {'W', "DOCUMENTS_OF_DIFFERENT_PEOPLE"},
    {'M', "TAMPERED"},
    {'K', "FORGED"},
    {'V', "ADVERSE_MEDIA"},
    {'Q', "PEP_NOT_APPROVED"},
    {'H', "SANCTIONS_MATCH"},
}};
} // namespace

QString reasonKey(const QString& code)
{
    for (const auto& [key, known] : Keys) {
        if (code == QLatin1String(known))
            return QString(QLatin1Char(key));
    }
    return {};
}

QString reasonOf(const QKeyEvent& event)
{
    if (event.modifiers() & ~Qt::ShiftModifier)
        return {};
    for (const auto& [key, code] : Keys) {
        if (event.key() == key)
            return QLatin1String(code);
    }
    return {};
}

} // namespace finhub::views
