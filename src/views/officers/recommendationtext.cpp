#include "views/officers/recommendationtext.h"

#include "views/officers/claimtext.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::recommendationtext", text);
}
} // namespace

QString recommendationText(const Recommendation& recommendation)
{
    const QString who = tr("%1, %2").arg(officerText(recommendation.by), dateTimeText(recommendation.at));
    if (recommendation.withheld)
        return tr("%1: recorded, shown after your own verdict").arg(who);
    const QString verdict = recommendation.verdict.isKnown() ? words::verdict(recommendation.verdict.value())
                                                             : displayLine(recommendation.verdict.text(), 40);
    QStringList lines{tr("%1: %2").arg(who, verdict)};
    QStringList reasons;
    for (const QString& code : recommendation.reasonCodes)
        reasons << words::reason(code);
    if (!reasons.isEmpty())
        lines << QLocale().createSeparatedList(reasons);
    if (!recommendation.notes.isEmpty())
        lines << displayText(recommendation.notes);
    return lines.join(u'\n');
}

} // namespace finhub::views
