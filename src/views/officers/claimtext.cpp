#include "views/officers/claimtext.h"

#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>

namespace finhub::views {

namespace {
constexpr int LongestName = 60;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::claimtext", text);
}
} // namespace

QString officerText(const OfficerName& officer)
{
    const QString name = officer.name.trimmed().isEmpty() ? officer.id.text() : officer.name;
    return name.isEmpty() ? tr("Another officer") : displayLine(name, LongestName);
}

QString claimedByText(const Claim& claim)
{
    if (!claim.since.isValid())
        return tr("%1 has this case.").arg(officerText(claim.by));
    return tr("%1 has this case since %2.").arg(officerText(claim.by), dateTimeText(claim.since));
}

} // namespace finhub::views
