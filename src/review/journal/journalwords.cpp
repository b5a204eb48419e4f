#include "review/journal/journalwords.h"

#include <QCryptographicHash>

#include <array>
#include <utility>

namespace finhub::review {

namespace {
constexpr std::array<std::pair<JournalKind, const char*>, 17> Words{{
    {JournalKind::SignedIn, "signed-in"},
    {JournalKind::SignedOut, "signed-out"},
    {JournalKind::CaseOpened, "case-opened"},
    {JournalKind::DocumentDisplayed, "document-displayed"},
    {JournalKind::Revealed, "revealed"},
    {JournalKind::DocumentJudged, "document-judged"},
    {JournalKind::DecisionIntended, "decision-intended"},
    {JournalKind::DecisionSent, "decision-sent"},
    {JournalKind::DecisionApplied, "decision-applied"},
    {JournalKind::DecisionRefused, "decision-refused"},
    {JournalKind::DecisionUnknown, "decision-unknown"},
    {JournalKind::DecisionUndone, "decision-undone"},
    {JournalKind::DecisionClosedByPerson, "decision-closed-by-person"},
    {JournalKind::Recommended, "recommended"},
    {JournalKind::Claimed, "claimed"},
    {JournalKind::Released, "released"},
    {JournalKind::Exported, "exported"},
}};
} // namespace

QString journalWord(JournalKind kind)
{
    for (const auto& [known, word] : Words) {
        if (known == kind)
            return QLatin1String(word);
    }
    return {};
}

std::optional<JournalKind> journalKind(const QString& word)
{
    for (const auto& [kind, known] : Words) {
        if (word == QLatin1String(known))
            return kind;
    }
    return std::nullopt;
}

QString journalText(const QString& text)
{
    // The alphabet of ids has the words, codes and hashes too.
    if (text.isEmpty() || Id<struct JournalTag>(text).isValid())
        return text;
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("sha256:") + QLatin1String(hash.toHex());
}

} // namespace finhub::review
