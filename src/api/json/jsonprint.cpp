#include "api/json/jsonprint.h"

#include "api/json/harmless.h"
#include "api/json/jsontext.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace finhub::api {

namespace {
using Json = nlohmann::json;
constexpr qsizetype Indent = 2;
constexpr QChar Ellipsis(u'…');

bool isVisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default: // every letter, mark, digit, sign and blank
        return true;
    }
}

void appendEscape(QString& out, char16_t unit)
{
    out += QStringLiteral("\\u%1").arg(uint(unit), 4, 16, QLatin1Char('0'));
}

QString quoted(const QString& text)
{
    QString out;
    out.reserve(text.size() + 2);
    out += u'"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t point = pair ? QChar::surrogateToUcs4(c, text.at(i + 1)) : c.unicode();
        const auto units = QStringView(text).mid(i, pair ? 2 : 1);
        if (c == u'"' || c == u'\\') {
            out += u'\\';
            out += c;
        } else if (c == u'\n') {
            out += QStringLiteral("\\n");
        } else if (isVisible(point)) {
            out += units;
        } else {
            for (const QChar unit : units)
                appendEscape(out, unit.unicode());
        }
        i += pair ? 1 : 0;
    }
    out += u'"';
    return out;
}

/// Writes while it reads: nothing is built, so a text of any shape costs what its length costs.
class Printer final : public nlohmann::json_sax<Json> {
public:
    explicit Printer(Disclosure disclosure)
        : m_redacted(disclosure == Disclosure::Redacted)
    {
    }

    QString take() { return std::exchange(m_out, {}); }
    bool wasCut() const { return m_cut; }

    bool null() override { return value(QStringLiteral("null"), true); }
    bool boolean(bool flag) override
    {
        return value(flag ? QStringLiteral("true") : QStringLiteral("false"), isHarmlessFlag(m_member));
    }
    bool number_integer(number_integer_t number) override
    {
        return value(QString::number(number), isHarmlessNumber(m_member));
    }
    bool number_unsigned(number_unsigned_t number) override
    {
        return value(QString::number(number), isHarmlessNumber(m_member));
    }
    bool number_float(number_float_t, const string_t& digits) override
    {
        // As it was written, but for the decimal point, which the parser takes from the locale.
        QString text;
        for (const char c : digits)
            text +=
                QLatin1Char((c >= '0' && c <= '9') || c == '-' || c == '+' || c == 'e' || c == 'E' ? c : '.');
        return value(text, isHarmlessNumber(m_member));
    }
    bool string(string_t& bytes) override
    {
        const QString text = QString::fromStdString(bytes);
        return value(quoted(text), isHarmlessText(m_member, text));
    }
    bool binary(binary_t&) override { return false; }
    bool key(string_t& name) override
    {
        m_member = name;
        startEntry();
        const bool shown = !m_redacted || isHarmlessName(m_member);
        m_out += shown ? quoted(QString::fromStdString(name)) : quoted(Ellipsis);
        m_out += QStringLiteral(": ");
        return fits();
    }
    bool start_object(std::size_t) override { return open(u'{', false); }
    bool end_object() override { return close(u'}'); }
    bool start_array(std::size_t) override { return open(u'[', true); }
    bool end_array() override { return close(u']'); }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) override { return false; }

private:
    struct Level {
        bool isList;
        bool isEmpty;
        std::string member; ///< whose value it is; the elements of a list are judged by it
    };

    bool value(const QString& text, bool harmless)
    {
        startElement();
        m_out += m_redacted && !harmless ? quoted(Ellipsis) : text;
        return fits();
    }
    bool open(QChar bracket, bool isList)
    {
        startElement();
        m_out += bracket;
        m_levels.push_back({isList, true, m_member});
        return fits();
    }
    bool close(QChar bracket)
    {
        const Level closed = std::move(m_levels.back());
        m_levels.pop_back();
        m_member = closed.member;
        if (!closed.isEmpty)
            newLine();
        m_out += bracket;
        return fits();
    }
    void startElement()
    {
        if (!m_levels.empty() && m_levels.back().isList) {
            m_member = m_levels.back().member;
            startEntry();
        }
    }
    void startEntry()
    {
        if (!m_levels.back().isEmpty)
            m_out += u',';
        m_levels.back().isEmpty = false;
        newLine();
    }
    void newLine()
    {
        m_out += u'\n';
        m_out += QString(Indent * qsizetype(m_levels.size()), u' ');
    }
    bool fits()
    {
        m_cut = m_out.size() > MaxPrinted;
        return !m_cut;
    }

    const bool m_redacted;
    bool m_cut = false;
    QString m_out;
    std::string m_member; ///< whose value comes next
    std::vector<Level> m_levels;
};
} // namespace

Result<QString> printJson(const QByteArray& text, Disclosure disclosure)
{
    // Depth, number of values and the like are looked at first.
    if (const Result<JsonText> readable = JsonText::parse(text); !readable)
        return failure(readable.error());
    Printer printer(disclosure);
    Json::sax_parse(text.begin(), text.end(), &printer);
    const bool cut = printer.wasCut();
    QString out = printer.take();
    if (cut) {
        out.truncate(MaxPrinted);
        out += u'\n';
        out += Ellipsis;
    }
    return out;
}

} // namespace finhub::api
