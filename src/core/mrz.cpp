#include "core/mrz.h"

#include <array>

namespace finhub {

namespace {
constexpr char16_t Filler = u'<';

QString padded(const QString& text, qsizetype width)
{
    return text.left(width).leftJustified(width, QChar(Filler));
}

QString mrzDate(const QDate& date)
{
    return date.isValid() ? date.toString(QStringLiteral("yyMMdd")) : QString(6, QChar(Filler));
}

QString withCheckDigit(const QString& field)
{
    return field + mrzCheckDigit(field);
}

QString nameField(const MrzFields& fields, qsizetype width)
{
    return padded(mrzTransliterated(fields.surname) + QStringLiteral("<<") +
                      mrzTransliterated(fields.givenNames),
                  width);
}

/// Letters that do not decompose, as part 3 section 6 A spells them.
QString spelledOut(char16_t letter)
{
    switch (letter) {
    case u'Ä':
    case u'Æ':
        return QStringLiteral("AE");
    case u'Ö':
    case u'Ø':
    case u'Œ':
        return QStringLiteral("OE");
    case u'Ü':
        return QStringLiteral("UE");
    case u'Å':
        return QStringLiteral("AA");
    case u'ẞ':
    case u'ß':
        return QStringLiteral("SS");
    case u'Þ':
        return QStringLiteral("TH");
    case u'Ð':
    case u'Đ':
        return QStringLiteral("D");
    case u'Ł':
        return QStringLiteral("L");
    case u'Ħ':
        return QStringLiteral("H");
    case u'Ŧ':
        return QStringLiteral("T");
    case u'ı':
        return QStringLiteral("I");
    default:
        return {};
    }
}
} // namespace

QChar mrzCheckDigit(QStringView characters)
{
    constexpr std::array<int, 3> weights{7, 3, 1};
    int sum = 0;
    std::size_t position = 0;
    for (const QChar c : characters) {
        const char16_t u = c.unicode();
        int value = 0;
        if (u >= u'0' && u <= u'9')
            value = u - u'0';
        else if (u >= u'A' && u <= u'Z')
            value = u - u'A' + 10;
        else if (u != Filler)
            return {};
        sum += value * weights[position++ % weights.size()];
    }
    return QChar(static_cast<char16_t>(u'0' + sum % 10));
}

QString mrzTransliterated(const QString& name)
{
    QString out;
    // Two fillers divide surname and given names, so that inside a name there is never more than one.
    const auto addFiller = [&out] {
        if (!out.isEmpty() && !out.endsWith(QChar(Filler)))
            out += QChar(Filler);
    };
    const QString upper = name.normalized(QString::NormalizationForm_C).toUpper();
    for (const QChar c : upper) {
        const QString spelled = spelledOut(c.unicode());
        if (!spelled.isEmpty()) {
            out += spelled;
            continue;
        }
        const QString decomposed = QString(c).normalized(QString::NormalizationForm_KD);
        const char16_t base = decomposed.at(0).unicode();
        if ((base >= u'A' && base <= u'Z') || (base >= u'0' && base <= u'9'))
            out += QChar(base);
        else if (base != u'\'' && base != u'’' && c.category() != QChar::Mark_NonSpacing)
            addFiller();
    }
    if (out.endsWith(QChar(Filler)))
        out.chop(1);
    return out;
}

QStringList mrzTd3(const MrzFields& fields)
{
    const QString first = QStringLiteral("P<") + padded(fields.issuingState, 3) + nameField(fields, 39);
    const QString number = withCheckDigit(padded(fields.documentNumber, 9));
    const QString birth = withCheckDigit(mrzDate(fields.dateOfBirth));
    const QString expiry = withCheckDigit(mrzDate(fields.expiry));
    const QString personal = withCheckDigit(QString(14, QChar(Filler)));
    const QString composite = number + birth + expiry + personal;
    return {first, number + padded(fields.nationality, 3) + birth + fields.sex + expiry + personal +
                       mrzCheckDigit(composite)};
}

QStringList mrzTd1(const MrzFields& fields)
{
    const QString optional1(15, QChar(Filler));
    const QString optional2(11, QChar(Filler));
    const QString number = withCheckDigit(padded(fields.documentNumber, 9));
    const QString birth = withCheckDigit(mrzDate(fields.dateOfBirth));
    const QString expiry = withCheckDigit(mrzDate(fields.expiry));
    const QChar composite = mrzCheckDigit(number + optional1 + birth + expiry + optional2);
    return {QStringLiteral("I<") + padded(fields.issuingState, 3) + number + optional1,
            birth + fields.sex + expiry + padded(fields.nationality, 3) + optional2 + composite,
            nameField(fields, 30)};
}

} // namespace finhub
