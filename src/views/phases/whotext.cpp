#include "views/phases/whotext.h"

#include "api/finhub.h"
#include "review/casefile.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::whotext", text);
}
} // namespace

QString whoText(const QString& userId, const review::CaseFile& file, const api::FinHub& finhub)
{
    if (userId.isEmpty())
        return {};
    if (finhub.session() && finhub.session()->userId.text() == userId)
        return tr("you");
    if (file.customer().value && file.customer().value->userId.text() == userId)
        return tr("the customer");
    if (file.timeline().value) {
        for (const TimelineEvent& event : file.timeline().value->items) {
            if (event.actorId == userId && !event.actorName.isEmpty())
                return displayLine(event.actorName, 80);
        }
    }
    return displayLine(userId);
}

} // namespace finhub::views
