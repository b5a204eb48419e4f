#include "core/mrzreader.h"

#include "core/mrz.h"
#include "core/mrzlayout.h"

#include <algorithm>
#include <optional>

namespace finhub {

namespace {
constexpr char16_t Filler = u'<';

bool isLetter(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Whether the sex, and where it stands, is one of the three.
bool isSex(QChar c)
{
    return c == u'M' || c == u'F' || c == Filler;
}

QString unfilled(QStringView field)
{
    QString text = field.toString();
    while (text.endsWith(QChar(Filler)))
        text.chop(1);
    return text.replace(QChar(Filler), u' ');
}

std::optional<MrzFormat> formatOf(const QStringList& lines)
{
    for (const MrzFormat format : {MrzFormat::Td1, MrzFormat::Td2, MrzFormat::Td3}) {
        if (lines.size() == mrzLineCount(format) &&
            std::all_of(lines.begin(), lines.end(),
                        [format](const QString& line) { return line.size() == mrzLineLength(format); }))
            return format;
    }
    return std::nullopt;
}

std::optional<MrzFault> faultOf(const QStringList& lines)
{
    for (int line = 0; line < lines.size(); ++line) {
        for (int column = 0; column < lines.at(line).size(); ++column) {
            const QChar c = lines.at(line).at(column);
            if (!isLetter(c) && !isDigit(c) && c != Filler)
                return MrzFault{MrzFault::Kind::BadCharacter, line, column, c};
        }
    }
    return std::nullopt;
}

/// Two digits of a year as a year from `first` on, at most 99 years later.
int yearFrom(int first, int twoDigits)
{
    const int year = first - first % 100 + twoDigits;
    return year < first ? year + 100 : year;
}

/// YYMMDD; invalid when incomplete or impossible.
QDate dateOf(QStringView digits, int firstYear)
{
    if (!std::all_of(digits.begin(), digits.end(), isDigit))
        return {};
    return QDate(yearFrom(firstYear, digits.left(2).toInt()), digits.mid(2, 2).toInt(),
                 digits.mid(4, 2).toInt());
}

QDate birthOf(QStringView digits, const QDate& today)
{
    const QDate date = dateOf(digits, today.year() - 99);
    // Of this year, but not yet: then it was a hundred years ago.
    return date > today ? dateOf(digits, today.year() - 100) : date;
}

/// A date with parts that nobody knows (part 3, 4.8): pairs of digits or pairs of fillers.
bool isIncompleteDate(QStringView digits)
{
    bool unknown = false;
    for (qsizetype pair = 0; pair < digits.size(); pair += 2) {
        const QStringView two = digits.mid(pair, 2);
        const bool filled = two == u"<<";
        if (!filled && !std::all_of(two.begin(), two.end(), isDigit))
            return false;
        unknown = unknown || filled;
    }
    return unknown;
}

/// Takes one zone apart.
class Taker {
public:
    Taker(MrzFormat format, const QStringList& lines, const QDate& today)
        : m_layout(mrzLayout(format))
        , m_all(lines.join(QString()))
        , m_today(today)
    {
        m_reading.format = format;
        m_reading.lines = lines;
    }

    MrzReading take()
    {
        takeHead();
        takeNumber();
        takeNames();
        takePerson();
        takeOptional();
        takeComposite();
        return m_reading;
    }

private:
    QStringView at(MrzPlace place) const { return QStringView(m_all).mid(place.at, place.length); }
    QChar behind(MrzPlace place) const { return m_all.at(place.at + place.length); }

    MrzValue& add(MrzField field, const QString& text, bool wellFormed = true)
    {
        MrzValue value;
        value.field = field;
        value.text = text;
        value.wellFormed = wellFormed;
        m_reading.values.append(value);
        return m_reading.values.last();
    }

    static void check(MrzValue& value, const QString& covered, QChar digit)
    {
        value.digit = digit;
        value.expectedDigit = mrzCheckDigit(covered);
        value.wellFormed = value.wellFormed && isDigit(digit);
        value.check = digit == value.expectedDigit ? MrzCheck::Holds : MrzCheck::Fails;
    }

    static bool isState(QStringView field)
    {
        const QString text = unfilled(field);
        return !text.isEmpty() && std::all_of(text.begin(), text.end(), isLetter);
    }

    void takeHead()
    {
        const QStringView code = at(m_layout.documentCode);
        add(MrzField::DocumentCode, unfilled(code), isLetter(code.front()));
        const QStringView state = at(m_layout.issuingState);
        add(MrzField::IssuingState, unfilled(state), isState(state));
    }

    /// With a filler for its digit the number goes on in the optional data, with the digit behind it and a
    /// filler behind that.
    void takeNumber()
    {
        const QString principal = at(m_layout.documentNumber).toString();
        const QStringView optional = at(m_layout.optionalData);
        const qsizetype end = optional.indexOf(QChar(Filler));
        m_numberGoesOn = m_layout.numberMayGoOn && behind(m_layout.documentNumber) == Filler && end > 1;
        if (!m_numberGoesOn) {
            check(add(MrzField::DocumentNumber, unfilled(principal), !unfilled(principal).isEmpty()),
                  principal, behind(m_layout.documentNumber));
            return;
        }
        const QString number = principal + optional.left(end - 1).toString();
        check(add(MrzField::DocumentNumber, unfilled(number)), number, optional.at(end - 1));
        m_optionalFrom = end + 1;
    }

    void takeNames()
    {
        const QString names = at(m_layout.names).toString();
        const qsizetype divider = names.indexOf(QStringLiteral("<<"));
        const auto isName = [](const QString& name) {
            return std::none_of(name.begin(), name.end(), isDigit);
        };
        const QString surname = unfilled(names.left(divider));
        add(MrzField::Surname, surname, !surname.isEmpty() && isName(surname));
        const QString given = divider < 0 ? QString() : unfilled(names.mid(divider + 2));
        add(MrzField::GivenNames, given, isName(given));
        m_reading.namesMayBeCut = names.back() != Filler;
    }

    void takePerson()
    {
        const QStringView nationality = at(m_layout.nationality);
        add(MrzField::Nationality, unfilled(nationality), isState(nationality));

        const QStringView birth = at(m_layout.dateOfBirth);
        m_reading.birthDigits = birth.toString();
        m_reading.dateOfBirth = birthOf(birth, m_today);
        check(add(MrzField::DateOfBirth, birth.toString(),
                  m_reading.dateOfBirth.isValid() || isIncompleteDate(birth)),
              birth.toString(), behind(m_layout.dateOfBirth));

        const QChar sex = at(m_layout.sex).front();
        add(MrzField::Sex, unfilled(at(m_layout.sex)), isSex(sex));

        const QStringView expiry = at(m_layout.expiry);
        m_reading.expiry = dateOf(expiry, m_today.year() - 50);
        check(add(MrzField::Expiry, expiry.toString(), m_reading.expiry.isValid()), expiry.toString(),
              behind(m_layout.expiry));
    }

    void takeOptional()
    {
        const QStringView optional = at(m_layout.optionalData);
        MrzValue& value = add(MrzField::OptionalData, unfilled(optional.mid(m_optionalFrom)));
        // Of an empty personal number the digit may be left out (part 4, 4.2.2).
        const bool leftOut = value.text.isEmpty() && behind(m_layout.optionalData) == Filler;
        if (m_layout.optionalHasDigit && !leftOut)
            check(value, optional.toString(), behind(m_layout.optionalData));
        if (m_layout.moreOptionalData.length > 0)
            add(MrzField::MoreOptionalData, unfilled(at(m_layout.moreOptionalData)));
    }

    void takeComposite()
    {
        QString covered;
        for (const MrzPlace& place : m_layout.united)
            covered += at(place);
        const QChar digit = m_all.at(m_layout.composite);
        check(add(MrzField::Composite, QString(digit)), covered, digit);
    }

    MrzLayout m_layout;
    QString m_all;
    QDate m_today;
    MrzReading m_reading;
    bool m_numberGoesOn = false;
    qsizetype m_optionalFrom = 0;
};
} // namespace

const MrzValue* MrzReading::find(MrzField field) const
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [field](const MrzValue& value) { return value.field == field; });
    return found == values.end() ? nullptr : &*found;
}

QString MrzReading::text(MrzField field) const
{
    const MrzValue* const value = find(field);
    return value ? value->text : QString();
}

bool MrzReading::isSound() const
{
    return std::all_of(values.begin(), values.end(), [](const MrzValue& value) {
        return value.wellFormed && value.check != MrzCheck::Fails;
    });
}

tl::expected<MrzReading, MrzFault> readMrz(const QStringList& typed, const QDate& today)
{
    QStringList lines;
    for (const QString& line : typed)
        lines << mrzLine(line);
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    if (lines.isEmpty())
        return tl::unexpected(MrzFault());
    if (const std::optional<MrzFault> fault = faultOf(lines))
        return tl::unexpected(*fault);
    const std::optional<MrzFormat> format = formatOf(lines);
    if (!format)
        return tl::unexpected(MrzFault{MrzFault::Kind::NoFormat, 0, 0, {}});
    return Taker(*format, lines, today).take();
}

} // namespace finhub
