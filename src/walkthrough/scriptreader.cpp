#include "walkthrough/scriptreader.h"

#include "walkthrough/memberreader.h"
#include "walkthrough/servercall.h"
#include "walkthrough/variables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QKeySequence>
#include <QRegularExpression>
#include <QSet>

#include <array>
#include <limits>
#include <utility>

namespace finhub::walkthrough {

namespace {

constexpr int MaxRow = std::numeric_limits<int>::max();
constexpr int MaxTimeoutMs = 10 * 60 * 1000;

template <typename E, std::size_t N>
E oneOf(MemberReader& members, const QString& name, const std::array<std::pair<const char*, E>, N>& table,
        E otherwise)
{
    if (!members.has(name))
        return otherwise;
    const QString text = members.text(name);
    QStringList known;
    for (const auto& [word, value] : table) {
        if (text == QLatin1String(word))
            return value;
        known << QLatin1String(word);
    }
    members.refuse(name, QStringLiteral("must be one of %1").arg(known.join(QStringLiteral(", "))));
    return otherwise;
}

constexpr std::array<std::pair<const char*, Action>, 7> ActionNames{{{"none", Action::None},
                                                                     {"click", Action::Click},
                                                                     {"doubleClick", Action::DoubleClick},
                                                                     {"type", Action::Type},
                                                                     {"key", Action::Key},
                                                                     {"selectRow", Action::SelectRow},
                                                                     {"call", Action::Call}}};

constexpr std::array<std::pair<const char*, Check>, 5> StateNames{{{"visible", Check::Visible},
                                                                   {"hidden", Check::Hidden},
                                                                   {"enabled", Check::Enabled},
                                                                   {"disabled", Check::Disabled},
                                                                   {"focused", Check::Focused}}};

constexpr std::array<std::pair<const char*, Check>, 6> CheckMembers{{{"is", Check::Visible},
                                                                     {"text", Check::TextEquals},
                                                                     {"textContains", Check::TextContains},
                                                                     {"textDiffers", Check::TextDiffers},
                                                                     {"rowsAtLeast", Check::RowsAtLeast},
                                                                     {"property", Check::PropertyEquals}}};

Condition readCondition(MemberReader& members)
{
    Condition condition;
    condition.target = members.neededText(QStringLiteral("target"));
    QStringList asked;
    for (const auto& [name, check] : CheckMembers) {
        if (members.has(QLatin1String(name))) {
            asked << QLatin1String(name);
            condition.check = check;
        }
    }
    if (asked.size() != 1) {
        members.refuse(asked.value(1), asked.isEmpty() ? QStringLiteral("asks for nothing")
                                                       : QStringLiteral("asks for a second thing"));
        return condition;
    }
    switch (condition.check) {
    case Check::Visible:
    case Check::Hidden:
    case Check::Enabled:
    case Check::Disabled:
    case Check::Focused:
        condition.check = oneOf(members, asked.first(), StateNames, Check::Visible);
        break;
    case Check::TextEquals:
    case Check::TextContains:
    case Check::TextDiffers:
        condition.text = members.text(asked.first());
        condition.row = members.number(QStringLiteral("row"), 0, MaxRow).value_or(-1);
        condition.column = members.number(QStringLiteral("column"), 0, MaxRow).value_or(-1);
        break;
    case Check::RowsAtLeast:
        condition.rows = members.number(asked.first(), 0, MaxRow).value_or(0);
        break;
    case Check::PropertyEquals:
        condition.property = members.text(asked.first()).toLatin1();
        condition.value = members.scalar(QStringLiteral("equals"));
        break;
    }
    members.refuseOthers();
    return condition;
}

QList<Condition> readConditions(MemberReader& members, const QString& name)
{
    QList<Condition> conditions;
    for (MemberReader& element : members.objects(name))
        conditions << readCondition(element);
    return conditions;
}

/// A file name out of a caption: its first words in lower case, `sign-in-with-one-press`.
QString slug(const QString& caption)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    const QStringList words = caption.toLower().split(others, Qt::SkipEmptyParts);
    return words.isEmpty() ? QStringLiteral("step") : QStringList(words.mid(0, 6)).join(u'-');
}

QKeyCombination readKey(MemberReader& members)
{
    const QString name = QStringLiteral("key");
    const QKeySequence sequence(members.neededText(name), QKeySequence::PortableText);
    if (sequence.count() != 1 || sequence[0].key() == Qt::Key_unknown) {
        members.refuse(name, QStringLiteral("must be one key combination"));
        return {};
    }
    return sequence[0];
}

void readRow(MemberReader& members, Step& step)
{
    step.row = members.number(QStringLiteral("row"), 0, MaxRow).value_or(-1);
    step.rowText = members.text(QStringLiteral("rowText"));
    if (step.row >= 0 && !step.rowText.isEmpty())
        members.refuse(QStringLiteral("rowText"), QStringLiteral("cannot stand together with row"));
}

void readAction(MemberReader& members, Step& step)
{
    step.action = oneOf(members, QStringLiteral("do"), ActionNames, Action::None);
    switch (step.action) {
    case Action::None:
        return;
    case Action::Key:
        step.key = readKey(members);
        return;
    case Action::Call:
        step.call = readServerCall(members);
        return;
    case Action::Type:
        step.text = members.neededText(QStringLiteral("text"));
        step.replace = members.flag(QStringLiteral("replace"), true);
        break;
    case Action::SelectRow:
        readRow(members, step);
        if (!step.isByRow())
            members.refuse(QStringLiteral("row"), QStringLiteral("is missing, and so is rowText"));
        break;
    case Action::Click:
    case Action::DoubleClick:
        readRow(members, step);
        break;
    }
    if (step.target.isEmpty())
        members.refuse(QStringLiteral("target"), QStringLiteral("is missing"));
}

std::optional<Remember> readRemember(MemberReader& members)
{
    std::optional<MemberReader> object = members.object(QStringLiteral("remember"));
    if (!object)
        return std::nullopt;
    Remember remember;
    remember.as = object->neededText(QStringLiteral("as"));
    remember.target = object->neededText(QStringLiteral("target"));
    remember.property = object->neededText(QStringLiteral("property"));
    object->refuseOthers();
    return remember;
}

std::chrono::milliseconds readTimeout(MemberReader& members, std::chrono::milliseconds otherwise)
{
    const auto timeout = members.number(QStringLiteral("timeoutMs"), 1, MaxTimeoutMs);
    return timeout ? std::chrono::milliseconds(*timeout) : otherwise;
}

Step readStep(MemberReader& members, std::chrono::milliseconds timeout)
{
    static const QRegularExpression fileName(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    Step step;
    step.caption = members.neededText(QStringLiteral("caption"));
    step.name = members.text(QStringLiteral("name"));
    if (step.name.isEmpty())
        step.name = slug(step.caption);
    else if (!fileName.match(step.name).hasMatch())
        members.refuse(QStringLiteral("name"), QStringLiteral("must be lower-case words joined by -"));
    step.target = members.text(QStringLiteral("target"));
    readAction(members, step);
    step.show = members.text(QStringLiteral("show"));
    step.onlyIf = readConditions(members, QStringLiteral("onlyIf"));
    step.waitFor = readConditions(members, QStringLiteral("waitFor"));
    step.expect = readConditions(members, QStringLiteral("expect"));
    step.remember = readRemember(members);
    step.timeout = readTimeout(members, timeout);
    step.picture = members.flag(QStringLiteral("picture"), true);
    members.refuseOthers();
    return step;
}

void checkVariables(MemberReader& members, const Step& step, QSet<QString>& remembered)
{
    for (const QString& name : Variables::namesIn(step)) {
        if (!remembered.contains(name))
            members.refuse({}, QStringLiteral("uses ${%1}, which no earlier step remembers").arg(name));
    }
    QStringList names;
    if (step.remember)
        names << step.remember->as;
    for (const Keep& keep : step.call ? step.call->keep : QList<Keep>())
        names << keep.as;
    if (!names.isEmpty() && !step.onlyIf.isEmpty())
        members.refuse(step.remember ? QStringLiteral("remember") : QStringLiteral("keep"),
                       QStringLiteral("cannot stand in a step that may be skipped"));
    for (const QString& name : names)
        remembered << name;
}

} // namespace

tl::expected<Script, ScriptError> readScript(const QByteArray& json)
{
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (syntax.error != QJsonParseError::NoError) {
        const QString where = QStringLiteral("no JSON at byte %1: %2");
        return tl::make_unexpected(ScriptError{0, {}, where.arg(syntax.offset).arg(syntax.errorString())});
    }
    if (!document.isObject())
        return tl::make_unexpected(ScriptError{0, {}, QStringLiteral("must be an object")});

    std::optional<ScriptError> error;
    Script script;
    MemberReader members(document.object(), 0, {}, error);
    script.name = members.neededText(QStringLiteral("name"));
    script.title = members.neededText(QStringLiteral("title"));
    const std::chrono::milliseconds timeout = readTimeout(members, Step().timeout);
    const qsizetype count = members.objects(QStringLiteral("steps")).size();
    if (count == 0)
        members.refuse(QStringLiteral("steps"), QStringLiteral("is missing or empty"));
    members.refuseOthers();

    QSet<QString> remembered;
    const QJsonArray steps = document.object().value(QStringLiteral("steps")).toArray();
    for (int i = 0; i < count; ++i) {
        MemberReader stepMembers(steps.at(i).toObject(), i + 1, {}, error);
        const Step step = readStep(stepMembers, timeout);
        checkVariables(stepMembers, step, remembered);
        script.steps << step;
    }
    if (error)
        return tl::make_unexpected(*error);
    return script;
}

} // namespace finhub::walkthrough
