#include "views/help/helptopics.h"

#include "core/reasoncode.h"
#include "views/help/errortopics.h"
#include "views/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace finhub::views {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::views::HelpTopics)
};

QString error(const char* text)
{
    return QCoreApplication::translate("finhub::views::ErrorTopics", text);
}

HelpTopic reasonTopic(const ReasonCode& reason)
{
    const QString kind = reason.scope == ReasonScope::Document ? Text::tr("A reason about a document.")
                                                               : Text::tr("A reason about the applicant.");
    const QString told =
        reason.internal ? Text::tr("It is internal: whatever else is chosen, the customer reads only “%1”")
                        : Text::tr("The customer reads “%1”");
    QString toDo =
        reason.disposition == Disposition::Retry
            ? Text::tr("The customer can mend it: ask for a resubmission.")
            : Text::tr("It ends the application: reject the case. It cannot be part of a resubmission.");
    if (reason.internal)
        toDo += u' ' + Text::tr("Write nothing for the customer that hints at it.");
    return {HelpTopic::Kind::Reason, reason.codeText(), words::reason(reason.codeText()),
            kind + u' ' + told.arg(reason.publicTextString()), toDo};
}

QList<HelpTopic> makeTopics()
{
    QList<HelpTopic> topics;
    for (const auto& [word, name] : WireNames<ErrorWord>::table) {
        const ErrorTopic topic = errorTopic(word);
        if (topic.title)
            topics << HelpTopic{HelpTopic::Kind::Error, QLatin1String(name), error(topic.title),
                                error(topic.meaning), error(topic.toDo)};
    }
    for (const ReasonCode& reason : reasonCatalogue())
        topics << reasonTopic(reason);
    return topics;
}
} // namespace

const QList<HelpTopic>& helpTopics()
{
    static const QList<HelpTopic> topics = makeTopics();
    return topics;
}

const HelpTopic* findTopic(const QString& code)
{
    const QList<HelpTopic>& topics = helpTopics();
    const auto found = std::find_if(topics.begin(), topics.end(),
                                    [&code](const HelpTopic& topic) { return topic.code == code; });
    return found == topics.end() ? nullptr : &*found;
}

} // namespace finhub::views
