#include "views/customertexts.h"

#include "views/officers/claimtext.h"
#include "views/support/masking.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QCoreApplication>

#include <utility>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::customertexts", text);
}

QString headerText(models::CustomerColumn column, bool listsKnown)
{
    switch (column) {
    case models::CustomerColumn::Name:
        return tr("Name");
    case models::CustomerColumn::Email:
        return listsKnown ? tr("E-mail or id") : tr("E-mail");
    case models::CustomerColumn::Nationality:
        return tr("Nationality");
    case models::CustomerColumn::Risk:
        return tr("Risk");
    case models::CustomerColumn::Stage:
        return tr("Stage");
    case models::CustomerColumn::Verification:
        return tr("Verification");
    case models::CustomerColumn::Waiting:
        return tr("Waiting");
    case models::CustomerColumn::Created:
        return listsKnown ? tr("Added") : tr("Created");
    }
    return {};
}

QString cellText(const DirectoryEntry& entry, models::CustomerColumn column, const QDateTime& now,
                 bool masked)
{
    switch (column) {
    case models::CustomerColumn::Name:
        return entry.fullName().isEmpty() ? tr("Name not known") : displayLine(entry.fullName());
    case models::CustomerColumn::Email:
        if (entry.email.isEmpty())
            return entry.id.text();
        return displayLine(masked ? masking::email(entry.email) : entry.email);
    case models::CustomerColumn::Nationality:
        return entry.nationality.isEmpty() ? QStringLiteral("–") : displayLine(entry.nationality);
    case models::CustomerColumn::Risk:
        return words::risk(entry.risk);
    case models::CustomerColumn::Stage:
        return words::stage(entry.stage);
    case models::CustomerColumn::Verification:
        return entry.verification && entry.verification->claim
                   ? tr("%1 · %2").arg(officerText(entry.verification->claim->by), verificationText(entry))
                   : verificationText(entry);
    case models::CustomerColumn::Waiting:
        return waitingWithDue(waitingSince(entry), now);
    case models::CustomerColumn::Created:
        return dateText(entry.createdAt);
    }
    return {};
}
} // namespace

models::CustomerTexts customerTexts(std::function<QDateTime()> now, std::function<bool()> masked,
                                    std::function<bool()> listsKnown)
{
    models::CustomerTexts texts;
    texts.cell = [now = std::move(now), masked = std::move(masked)](const DirectoryEntry& entry,
                                                                    models::CustomerColumn column) {
        return cellText(entry, column, now(), masked && masked());
    };
    texts.header = [listsKnown = std::move(listsKnown)](models::CustomerColumn column) {
        return headerText(column, listsKnown && listsKnown());
    };
    return texts;
}

QString verificationText(const DirectoryEntry& entry)
{
    return words::status(entry.verification ? entry.verification->status
                                            : WireValue<VerificationStatus>(VerificationStatus::None));
}

QDateTime waitingSince(const DirectoryEntry& entry)
{
    if (entry.stage.value() != Stage::Approval || !entry.verification)
        return {};
    return entry.verification->submittedAt;
}

} // namespace finhub::views
