#include "walkthrough/servercall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace finhub::walkthrough {

namespace {

constexpr std::array<const char*, 4> Methods{"GET", "POST", "PUT", "DELETE"};
constexpr qsizetype LongestQuoted = 200;

void visitValue(QJsonValue& value, const std::function<void(QString&)>& visit)
{
    if (value.isString()) {
        QString text = value.toString();
        visit(text);
        value = text;
    } else if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            QJsonValue element = array.at(i);
            visitValue(element, visit);
            array[i] = element;
        }
        value = array;
    } else if (value.isObject()) {
        QJsonObject object = value.toObject();
        const QStringList names = object.keys();
        for (const QString& name : names) {
            QJsonValue member = object.value(name);
            visitValue(member, visit);
            object[name] = member;
        }
        value = object;
    }
}

QJsonValue memberOf(QJsonValue value, const QString& path)
{
    const QStringList names = path.split(u'.');
    for (const QString& name : names) {
        bool isPlace = false;
        const int place = name.toInt(&isPlace);
        value = value.isArray() && isPlace ? value.toArray().at(place) : value.toObject().value(name);
    }
    return value;
}

QString textOf(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 16) : value.toString();
}

} // namespace

QByteArray ServerCall::content() const
{
    if (body.isUndefined())
        return {};
    const QJsonDocument document =
        body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return document.toJson(QJsonDocument::Compact);
}

ServerCall readServerCall(MemberReader& members)
{
    ServerCall call;
    const QString method = QStringLiteral("method");
    const QString path = QStringLiteral("path");
    call.method = members.neededText(method).toLatin1();
    bool known = false;
    for (const char* name : Methods)
        known |= call.method == name;
    if (!known)
        members.refuse(method, QStringLiteral("must be one of GET, POST, PUT, DELETE"));
    call.path = members.neededText(path);
    if (!call.path.startsWith(u'/'))
        members.refuse(path, QStringLiteral("must begin with /"));
    for (MemberReader& header : members.objects(QStringLiteral("headers"))) {
        const QString name = header.neededText(QStringLiteral("name"));
        call.headers << std::pair(name, header.neededText(QStringLiteral("value")));
        header.refuseOthers();
    }
    const QString body = QStringLiteral("body");
    call.body = members.value(body);
    if (!call.body.isUndefined() && !call.body.isObject() && !call.body.isArray())
        members.refuse(body, QStringLiteral("must be an object or a list"));
    call.status = members.number(QStringLiteral("status"), 100, 599);
    for (MemberReader& kept : members.objects(QStringLiteral("keep"))) {
        Keep keep;
        keep.as = kept.neededText(QStringLiteral("as"));
        keep.member = kept.neededText(QStringLiteral("member"));
        kept.refuseOthers();
        call.keep << keep;
    }
    return call;
}

void visitTexts(ServerCall& call, const std::function<void(QString&)>& visit)
{
    visit(call.path);
    for (auto& header : call.headers)
        visit(header.second);
    visitValue(call.body, visit);
}

tl::expected<QHash<QString, QString>, QString> keptOf(const ServerCall& call, const ServerAnswer& answer)
{
    const QString what = QStringLiteral("%1 %2").arg(QString::fromLatin1(call.method), call.path);
    if (answer.status == 0)
        return tl::make_unexpected(QStringLiteral("%1 was not answered").arg(what));
    const bool expected =
        call.status ? answer.status == *call.status : answer.status >= 200 && answer.status < 300;
    if (!expected) {
        return tl::make_unexpected(QStringLiteral("%1 was answered with %2: %3")
                                       .arg(what)
                                       .arg(answer.status)
                                       .arg(QString::fromUtf8(answer.body.left(LongestQuoted))));
    }
    QHash<QString, QString> values;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    const QJsonValue whole =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const Keep& keep : call.keep) {
        const QString text = textOf(memberOf(whole, keep.member));
        if (text.isEmpty()) {
            return tl::make_unexpected(
                QStringLiteral("the answer to %1 has no text in %2").arg(what, keep.member));
        }
        values.insert(keep.as, text);
    }
    return values;
}

} // namespace finhub::walkthrough
