#include "views/refusedvalues.h"

#include "views/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace finhub::views {

namespace {
constexpr qsizetype LongestName = 60;
constexpr qsizetype LongestMessage = 200;

/// The members that a person has typed or chosen.
constexpr std::array<std::pair<const char*, const char*>, 24> Names{
    {{"username", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the user name")},
     {"password", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the password")},
     {"tenantKey", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the tenant key")},
     {"tenantSecret", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the tenant secret")},
     {"userId", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the user id")},
     {"customerId", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the customer id")},
     {"verificationId", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the verification id")},
     {"code", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the activation code")},
     {"reason", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the reason")},
     {"reasonCodes", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the reasons")},
     {"comment", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the text for the customer")},
     {"notes", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the internal note")},
     {"documentType", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the type of the document")},
     {"documentNumber", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the number of the document")},
     {"fileName", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the name of the file")},
     {"fileContent", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the content of the file")},
     {"mimeType", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the kind of the file")},
     {"verificationReason", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the reason")},
     {"description", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the description")},
     {"version", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the version")},
     {"search", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the search")},
     {"createdFrom", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the first day")},
     {"createdTo", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the last day")},
     {"status", QT_TRANSLATE_NOOP("finhub::views::refusedvalues", "the status")}}};

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::refusedvalues", text);
}

QString said(const FieldFault& fault)
{
    const QString name = memberName(fault.field);
    const QString message = displayLine(fault.message, LongestMessage);
    return message.isEmpty() ? name : tr("%1: “%2”").arg(name, message);
}
} // namespace

QString memberName(const QString& member)
{
    // `reasonCodes[0]` and `content.title` are about the reasons and the title.
    const QString last = member.section(u'.', -1).section(u'[', 0, 0);
    const auto* const known = std::find_if(
        Names.begin(), Names.end(), [&last](const auto& name) { return last == QLatin1String(name.first); });
    if (known != Names.end())
        return tr(known->second);
    return last.isEmpty() ? tr("a value") : tr("the value “%1”").arg(displayLine(last, LongestName));
}

QString refusedValuesText(const QList<FieldFault>& faults)
{
    if (faults.isEmpty())
        return tr("FinHub did not accept a value.");
    QStringList parts;
    for (const FieldFault& fault : faults)
        parts << said(fault);
    return tr("FinHub did not accept %1.").arg(parts.join(QStringLiteral("; ")));
}

} // namespace finhub::views
