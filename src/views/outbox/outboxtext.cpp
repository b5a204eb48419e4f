#include "views/outbox/outboxtext.h"

#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::outboxtext", text);
}
} // namespace

QString stopText(review::DecisionStop stop)
{
    using Stop = review::DecisionStop;
    switch (stop) {
    case Stop::None:
        break;
    case Stop::Undone:
        return tr("You have undone your decision. Nothing was sent.");
    case Stop::NotSent:
        return tr("Your decision was not sent: the session had ended before. Nothing was recorded. Decide "
                  "again.");
    case Stop::OutboxUnwritable:
        return tr("Nothing was sent: your decision could not be written to this computer's disk, and without "
                  "that it could be lost or made twice. Make room on the disk, then decide again.");
    case Stop::JournalUnwritable:
        return tr(
            "Nothing was sent: the journal of this console cannot be written, and without it no decision "
            "is made. Reading is still possible. Make room on the disk, then decide again.");
    case Stop::OpenElsewhere:
        return tr("Nothing was sent: another window of this console decides this case at the moment. Look "
                  "there.");
    case Stop::OpenBefore:
        return tr("Nothing was sent: an earlier decision of yours on this case is not settled. Look at it "
                  "under “Unsettled decisions”.");
    case Stop::NotesTooLong:
        return tr("Nothing was sent: the internal notes are too long by a few characters. Shorten them, then "
                  "decide again.");
    }
    return {};
}

QString verdictText(const review::Intent& intent)
{
    QStringList reasons;
    for (const QString& code : intent.reasonCodes)
        reasons << words::reason(code);
    const QString verdict = words::verdict(intent.verdict);
    return reasons.isEmpty() ? verdict : tr("%1: %2").arg(verdict, QLocale().createSeparatedList(reasons));
}

QString knownText(const review::Decision& decision)
{
    using Step = review::Decision::Step;
    switch (decision.step()) {
    case Step::Holding:
        return tr("Leaves in a moment; until then it can be undone.");
    case Step::Checking:
    case Step::Sending:
        return tr("On its way.");
    case Step::ReadingBack:
        return tr("FinHub is being asked what it has recorded…");
    case Step::Pausing:
        return tr("The answer was lost. The same decision is sent again in a moment, under its old key.");
    case Step::Idle:
    case Step::Finished:
        break;
    }
    if (decision.isNotSent())
        return tr("It was not sent: the program or the session ended before. Nothing was recorded. Open the "
                  "case and decide again.");
    const bool wasRead = decision.outcome() && decision.outcome()->current;
    QString text = wasRead
                       ? tr("It was sent, and the answer was lost. FinHub shows the case as: %1. That does "
                            "not tell whether your decision is recorded or may still arrive.")
                             .arg(words::status(decision.outcome()->current->status))
                       : tr("It was sent, and the answer was lost. FinHub could not be asked yet what it "
                            "has recorded.");
    if (decision.mayDecideAgain())
        text = tr("It was sent, and the answer was lost. FinHub still shows the case undecided. You may open "
                  "the case and decide the same again; FinHub records it once.");
    if (decision.isTextLost())
        text += u' ' + tr("What you typed is gone with the former session and has to be typed again.");
    return text;
}

QString knownText(const review::UnreadableIntent& unreadable)
{
    switch (unreadable.fault) {
    case review::RecordFault::Newer:
        return tr("It was written by a later version of this program. Open it there.");
    case review::RecordFault::Damaged:
        break;
    }
    return tr("Its file is damaged. Look in the list of customers which of your cases is not decided as you "
              "remember.");
}

QString waitingText(int decisions)
{
    return decisions == 1 ? tr("One decision is not settled.")
                          : tr("%1 decisions are not settled.").arg(QLocale().toString(decisions));
}

QString settledLateText(int decisions)
{
    return decisions == 1 ? tr("One earlier decision has been settled.")
                          : tr("%1 earlier decisions have been settled.").arg(QLocale().toString(decisions));
}

QString knownText(const review::SettledDecision& settled)
{
    switch (settled.end) {
    case review::DecisionEnd::Applied:
        return tr("It is settled: FinHub has recorded your decision.");
    case review::DecisionEnd::Refused:
        return tr(
            "It is settled: FinHub has not recorded your decision. Open the case and look at it again.");
    case review::DecisionEnd::Unknown:
        break;
    }
    return {};
}

QString decisionLimitsText(const review::DecisionDesk& desk)
{
    QStringList sentences;
    if (!desk.offers(Extension::ConditionalDecision))
        sentences << tr(
            "This server does not compare versions. The console reads the case directly before it "
            "sends your decision; it cannot promise to notice a change between that moment and "
            "the arrival of your decision.");
    if (!desk.offers(Extension::IdempotentDecision))
        sentences << tr("This server does not recognise a decision that is sent twice, so the console never "
                        "does that by itself. When an answer is lost and the case still looks undecided, it "
                        "cannot promise to find out what became of your decision.");
    return sentences.join(u' ');
}

QString lastLookText(const review::DecisionDesk& desk)
{
    return desk.offers(Extension::ConditionalDecision)
               ? QString()
               : tr("This server does not compare versions: a change between the console's last look at the "
                    "case and your decision's arrival would not be noticed.");
}

} // namespace finhub::views
