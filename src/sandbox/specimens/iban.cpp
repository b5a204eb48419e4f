#include "sandbox/specimens/iban.h"

#include <QStringView>

#include <algorithm>

namespace finhub::sandbox {

namespace {
/// The bank's part of an IBAN: letters first, then digits.
struct Structure {
    QStringView iso2;
    int letters;
    int digits;
};
constexpr Structure structures[] = {
    {u"LT", 0, 16}, {u"LV", 4, 13}, {u"EE", 0, 16}, {u"PL", 0, 24}, {u"DE", 0, 18}, {u"FR", 0, 23},
    {u"ES", 0, 20}, {u"PT", 0, 21}, {u"IT", 1, 22}, {u"NL", 4, 10}, {u"BE", 0, 12}, {u"AT", 0, 16},
    {u"CZ", 0, 20}, {u"SK", 0, 20}, {u"HU", 0, 24}, {u"RO", 4, 16}, {u"BG", 4, 14}, {u"GR", 0, 23},
    {u"HR", 0, 17}, {u"SI", 0, 15}, {u"SE", 0, 20}, {u"FI", 0, 14}, {u"DK", 0, 14}, {u"IE", 4, 14},
    {u"LU", 0, 16}, {u"MT", 4, 23}, {u"CY", 0, 24}, {u"NO", 0, 11}, {u"CH", 0, 17}, {u"LI", 0, 17},
    {u"GB", 4, 14}, {u"UA", 0, 25}, {u"IS", 0, 22}};
} // namespace

int ibanRemainder(QStringView iban)
{
    const QString turned = iban.mid(4).toString() + iban.left(4).toString();
    int remainder = 0;
    for (const QChar c : turned) {
        const char16_t u = c.unicode();
        if (u >= u'0' && u <= u'9')
            remainder = (remainder * 10 + (u - u'0')) % 97;
        else if (u >= u'A' && u <= u'Z')
            remainder = (remainder * 100 + (u - u'A' + 10)) % 97;
        else
            return -1;
    }
    return remainder;
}

QString ibanFor(const Country& country, SpecimenRandom& random)
{
    const auto* found = std::find_if(std::begin(structures), std::end(structures),
                                     [&](const Structure& s) { return s.iso2 == country.iso2; });
    const Structure& structure = found == std::end(structures) ? structures[0] : *found;
    QString account;
    for (int i = 0; i < structure.letters; ++i)
        account += QChar(static_cast<char16_t>(u'A' + random.below(26)));
    for (int i = 0; i < structure.digits; ++i)
        account += QString::number(random.below(10));
    const QString head = structure.iso2.toString();
    const int check = 98 - ibanRemainder(head + QStringLiteral("00") + account);
    return head + QStringLiteral("%1").arg(check, 2, 10, QLatin1Char('0')) + account;
}

QString ibanText(const QString& iban)
{
    QStringList groups;
    for (qsizetype at = 0; at < iban.size(); at += 4)
        groups.append(iban.mid(at, 4));
    return groups.join(u' ');
}

} // namespace finhub::sandbox
