#include "review/outbox/intentrecord.h"

#include "core/reasoncode.h"

#include <QCryptographicHash>
#include <QHash>
#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace finhub::review {

namespace {
using Fields = QHash<QByteArray, QByteArray>;

constexpr int Version = 1;
constexpr qsizetype CheckLength = 16;
constexpr int MaxReasons = 10;

constexpr std::array<std::pair<IntentState, const char*>, 6> StateWords{{{IntentState::Held, "held"},
                                                                         {IntentState::Sending, "sending"},
                                                                         {IntentState::Unknown, "unknown"},
                                                                         {IntentState::NotSent, "not-sent"},
                                                                         {IntentState::Applied, "applied"},
                                                                         {IntentState::Refused, "refused"}}};

QByteArray checkOf(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(CheckLength);
}

class Line {
public:
    explicit Line(const char* kind)
        : m_text(QByteArray(kind) + ' ' + QByteArray::number(Version) + ' ')
    {
    }
    Line& add(const char* name, const QByteArray& value)
    {
        if (!value.isEmpty())
            m_text += QByteArray(name) + '=' + value.toPercentEncoding(":,+/") + '&';
        return *this;
    }
    Line& add(const char* name, const QString& value) { return add(name, value.toUtf8()); }
    Line& add(const char* name, const QDateTime& at)
    {
        return add(name, at.toUTC().toString(Qt::ISODateWithMs).toLatin1());
    }
    QByteArray take()
    {
        if (m_text.endsWith('&'))
            m_text.chop(1);
        m_text += ' ';
        return m_text + checkOf(m_text) + '\n';
    }

private:
    QByteArray m_text;
};

struct Parsed {
    QByteArray kind;
    Fields fields;
};

tl::expected<Parsed, RecordFault> parse(const QByteArray& line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() > 1 && parts.at(0) == "intent" && parts.at(1).toInt() > Version)
        return tl::unexpected(RecordFault::Newer);
    if (parts.size() != 4 || parts.at(3) != checkOf(line.left(line.size() - parts.at(3).size())))
        return tl::unexpected(RecordFault::Damaged);
    if (parts.at(1) != QByteArray::number(Version))
        return tl::unexpected(RecordFault::Newer);
    Parsed parsed{parts.at(0), {}};
    for (const QByteArray& field : parts.at(2).split('&')) {
        const qsizetype equals = field.indexOf('=');
        const QByteArray name = field.left(equals);
        if (equals <= 0 || parsed.fields.contains(name))
            return tl::unexpected(RecordFault::Damaged);
        parsed.fields.insert(name, QByteArray::fromPercentEncoding(field.mid(equals + 1)));
    }
    return parsed;
}

QDateTime timeOf(const QByteArray& text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toUTC();
}

bool isHex(const QByteArray& text, qsizetype length)
{
    return text.size() == length && QByteArray::fromHex(text).toHex() == text;
}

bool isHashOrNothing(const QByteArray& text)
{
    return text.isEmpty() || isHex(text, 64);
}

bool isHeaderText(const QByteArray& text)
{
    return text.size() <= 256 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

/// Everything in it will be sent, compared or shown, so nothing in it may be what this program never writes.
bool isSound(const Intent& intent)
{
    return intent.id.size() == 36 &&
           QUuid::fromString(QString::fromLatin1(intent.id)).toByteArray(QUuid::WithoutBraces) == intent.id &&
           intent.verification.isValid() && intent.customer.isValid() &&
           intent.verdict != Verdict::Unknown && intent.reasonCodes.size() <= MaxReasons &&
           isHashOrNothing(intent.snapshot) && isHashOrNothing(intent.shownCase) &&
           intent.officer.isValid() && intent.at.isValid() && intent.shownRound >= 0 &&
           intent.hasText == !intent.sealedText.isEmpty();
}

Intent intentOf(const Fields& fields)
{
    const auto text = [&fields](const char* name) { return QString::fromUtf8(fields.value(name)); };
    Intent intent;
    intent.id = fields.value("id");
    intent.verification = VerificationId(text("verification"));
    intent.customer = CustomerId(text("customer"));
    intent.type = WireValue<VerificationType>::fromWire(text("type"));
    intent.verdict = WireValue<Verdict>::fromWire(text("verdict")).value();
    intent.reasonCodes = text("reasons").split(u',', Qt::SkipEmptyParts);
    intent.snapshot = fields.value("snapshot");
    intent.shownCase = fields.value("case");
    intent.shownStatus = WireValue<VerificationStatus>::fromWire(text("status"));
    intent.shownLevel = WireValue<VerificationLevel>::fromWire(text("level"));
    intent.shownRound = fields.value("round").toInt();
    if (fields.contains("version"))
        intent.shownVersion = fields.value("version").toInt();
    intent.officer = UserId(text("officer"));
    intent.tenant = TenantId(text("tenant"));
    intent.server = text("server");
    intent.at = timeOf(fields.value("at"));
    intent.stateAt = intent.at;
    intent.sealedText = QByteArray::fromBase64(fields.value("sealed"));
    intent.hasText = fields.contains("sealed");
    intent.standardComment = fields.value("comment") == "standard";
    return intent;
}

tl::expected<void, RecordFault> takeState(Intent& intent, const Fields& fields)
{
    const QByteArray word = fields.value("state");
    const auto* const known = std::find_if(StateWords.begin(), StateWords.end(),
                                           [&word](const auto& entry) { return word == entry.second; });
    if (known == StateWords.end())
        return tl::unexpected(RecordFault::Newer);
    const SendMark sent{fields.value("journal"), fields.value("etag")};
    intent.state = known->first;
    intent.stateAt = timeOf(fields.value("at"));
    if (known->first == IntentState::Sending)
        intent.sent = sent;
    if (!isHashOrNothing(sent.journalHead) || !isHeaderText(sent.etag) || !intent.stateAt.isValid())
        return tl::unexpected(RecordFault::Damaged);
    return {};
}
} // namespace

QString standardComment(Verdict verdict, const QStringList& reasonCodes)
{
    return verdict == Verdict::Approve ? approvalText() : customerText(reasonCodes);
}

QByteArray intentLine(const Intent& intent)
{
    return Line("intent")
        .add("id", intent.id)
        .add("verification", intent.verification.text())
        .add("customer", intent.customer.text())
        .add("type", intent.type.text())
        .add("verdict", WireValue<Verdict>::nameOf(intent.verdict))
        .add("reasons", intent.reasonCodes.join(u','))
        .add("snapshot", intent.snapshot)
        .add("case", intent.shownCase)
        .add("status", intent.shownStatus.text())
        .add("level", intent.shownLevel.text())
        .add("round", QByteArray::number(intent.shownRound))
        .add("version", intent.shownVersion ? QByteArray::number(*intent.shownVersion) : QByteArray())
        .add("officer", intent.officer.text())
        .add("tenant", intent.tenant.text())
        .add("server", intent.server)
        .add("at", intent.at)
        .add("comment", intent.standardComment ? QByteArrayLiteral("standard") : QByteArray())
        .add("sealed", intent.sealedText.toBase64())
        .take();
}

QByteArray stateLine(IntentState state, const QDateTime& at, const SendMark& sent)
{
    const auto* const known = std::find_if(StateWords.begin(), StateWords.end(),
                                           [state](const auto& entry) { return entry.first == state; });
    Line line("state");
    line.add("state", QByteArray(known->second)).add("at", at);
    if (state == IntentState::Sending)
        line.add("journal", sent.journalHead).add("etag", sent.etag);
    return line.take();
}

tl::expected<IntentReading, RecordFault> readIntent(const QByteArray& content)
{
    if (content.size() > MaxIntentBytes)
        return tl::unexpected(RecordFault::Damaged);
    IntentReading reading;
    bool any = false;
    for (;;) {
        const qsizetype end = content.indexOf('\n', reading.wholeBytes);
        if (end < 0)
            break;
        const auto parsed = parse(content.mid(reading.wholeBytes, end - reading.wholeBytes));
        if (!parsed)
            return tl::unexpected(parsed.error());
        if (parsed->kind == "intent") {
            // A second one is the same decision confirmed again, under the same key.
            const Intent before = std::exchange(reading.intent, intentOf(parsed->fields));
            reading.intent.sentBefore = before.mayBeThere();
            reading.intent.sent = before.sent;
            if (!isSound(reading.intent) || (any && reading.intent.id != before.id))
                return tl::unexpected(RecordFault::Damaged);
        } else if (parsed->kind == "state" && any) {
            if (const auto taken = takeState(reading.intent, parsed->fields); !taken)
                return tl::unexpected(taken.error());
        } else {
            return tl::unexpected(any ? RecordFault::Newer : RecordFault::Damaged);
        }
        any = true;
        reading.wholeBytes = end + 1;
    }
    if (!any)
        return tl::unexpected(RecordFault::Damaged);
    return reading;
}

} // namespace finhub::review
