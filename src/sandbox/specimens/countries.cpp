#include "sandbox/specimens/countries.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace finhub::sandbox {

namespace {
struct Row {
    QStringView name;
    QStringView iso2;
    QStringView mrzCode;
    QStringView nativeName;
    QStringView passportWord;
    QStringView cardWord;
    QStringView licenceWord;
    QStringView invoiceWord;
    std::array<QRgb, 3> colours;
    QStringView currency;
    bool decimalComma;
    bool inEuropeanUnion;
};

// clang-format off
constexpr Row rows[] = {
    {u"Lithuania", u"LT", u"LTU", u"LIETUVOS RESPUBLIKA", u"Pasas", u"Asmens tapatybės kortelė", u"Vairuotojo pažymėjimas", u"Sąskaita", {0xFDB913, 0x006A44, 0xC1272D}, u"EUR", true, true},
    {u"Latvia", u"LV", u"LVA", u"LATVIJAS REPUBLIKA", u"Pase", u"Personas apliecība", u"Vadītāja apliecība", u"Rēķins", {0x9E3039, 0xC9A9A9, 0x9E3039}, u"EUR", true, true},
    {u"Estonia", u"EE", u"EST", u"EESTI VABARIIK", u"Pass", u"Isikutunnistus", u"Juhiluba", u"Arve", {0x0072CE, 0x3A3A3A, 0x9FB7C9}, u"EUR", true, true},
    {u"Poland", u"PL", u"POL", u"RZECZPOSPOLITA POLSKA", u"Paszport", u"Dowód osobisty", u"Prawo jazdy", u"Faktura", {0xDC143C, 0xD9A5AE, 0xB08D57}, u"PLN", true, true},
    {u"Germany", u"DE", u"D", u"BUNDESREPUBLIK DEUTSCHLAND", u"Reisepass", u"Personalausweis", u"Führerschein", u"Rechnung", {0x3A3A3A, 0xC8102E, 0xE5B700}, u"EUR", true, true},
    {u"France", u"FR", u"FRA", u"RÉPUBLIQUE FRANÇAISE", u"Passeport", u"Carte nationale d’identité", u"Permis de conduire", u"Facture", {0x0055A4, 0x9FB4D4, 0xEF4135}, u"EUR", true, true},
    {u"Spain", u"ES", u"ESP", u"REINO DE ESPAÑA", u"Pasaporte", u"Documento nacional de identidad", u"Permiso de conducción", u"Factura", {0xAA151B, 0xE9B400, 0xAA151B}, u"EUR", true, true},
    {u"Portugal", u"PT", u"PRT", u"REPÚBLICA PORTUGUESA", u"Passaporte", u"Cartão de cidadão", u"Carta de condução", u"Fatura", {0x046A38, 0xDA291C, 0xE5C100}, u"EUR", true, true},
    {u"Italy", u"IT", u"ITA", u"REPUBBLICA ITALIANA", u"Passaporto", u"Carta d’identità", u"Patente di guida", u"Fattura", {0x008C45, 0xB7C9BC, 0xCD212A}, u"EUR", true, true},
    {u"Netherlands", u"NL", u"NLD", u"KONINKRIJK DER NEDERLANDEN", u"Paspoort", u"Identiteitskaart", u"Rijbewijs", u"Factuur", {0xAE1C28, 0xE87722, 0x21468B}, u"EUR", true, true},
    {u"Belgium", u"BE", u"BEL", u"BELGIË · BELGIQUE · BELGIEN", u"Paspoort", u"Identiteitskaart", u"Rijbewijs", u"Factuur", {0x3A3A3A, 0xE5C300, 0xC8102E}, u"EUR", true, true},
    {u"Austria", u"AT", u"AUT", u"REPUBLIK ÖSTERREICH", u"Reisepass", u"Personalausweis", u"Führerschein", u"Rechnung", {0xC8102E, 0xD7A6AB, 0xC8102E}, u"EUR", true, true},
    {u"Czechia", u"CZ", u"CZE", u"ČESKÁ REPUBLIKA", u"Cestovní pas", u"Občanský průkaz", u"Řidičský průkaz", u"Faktura", {0x11457E, 0xA9B8CC, 0xD7141A}, u"CZK", true, true},
    {u"Slovakia", u"SK", u"SVK", u"SLOVENSKÁ REPUBLIKA", u"Cestovný pas", u"Občiansky preukaz", u"Vodičský preukaz", u"Faktúra", {0x0B4EA2, 0xA9B8CC, 0xEE1C25}, u"EUR", true, true},
    {u"Hungary", u"HU", u"HUN", u"MAGYARORSZÁG", u"Útlevél", u"Személyazonosító igazolvány", u"Vezetői engedély", u"Számla", {0xCE2939, 0xB7C9BC, 0x477050}, u"HUF", true, true},
    {u"Romania", u"RO", u"ROU", u"ROMÂNIA", u"Pașaport", u"Carte de identitate", u"Permis de conducere", u"Factură", {0x002B7F, 0xE9C100, 0xCE1126}, u"RON", true, true},
    {u"Bulgaria", u"BG", u"BGR", u"РЕПУБЛИКА БЪЛГАРИЯ", u"Паспорт", u"Лична карта", u"Свидетелство за управление", u"Фактура", {0x00966E, 0xB7C9BC, 0xD62612}, u"EUR", true, true},
    {u"Greece", u"GR", u"GRC", u"ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ", u"Διαβατήριο", u"Δελτίο ταυτότητας", u"Άδεια οδήγησης", u"Λογαριασμός", {0x0D5EAF, 0xA9C3E0, 0x0D5EAF}, u"EUR", true, true},
    {u"Croatia", u"HR", u"HRV", u"REPUBLIKA HRVATSKA", u"Putovnica", u"Osobna iskaznica", u"Vozačka dozvola", u"Račun", {0xD01C2F, 0xB9C3D4, 0x171796}, u"EUR", true, true},
    {u"Slovenia", u"SI", u"SVN", u"REPUBLIKA SLOVENIJA", u"Potni list", u"Osebna izkaznica", u"Vozniško dovoljenje", u"Račun", {0x005DA4, 0xA9B8CC, 0xED1C24}, u"EUR", true, true},
    {u"Sweden", u"SE", u"SWE", u"KONUNGARIKET SVERIGE", u"Pass", u"Nationellt identitetskort", u"Körkort", u"Faktura", {0x006AA7, 0xE9BF00, 0x006AA7}, u"SEK", true, true},
    {u"Finland", u"FI", u"FIN", u"SUOMI · FINLAND", u"Passi", u"Henkilökortti", u"Ajokortti", u"Lasku", {0x002F6C, 0xA9BCD8, 0x002F6C}, u"EUR", true, true},
    {u"Denmark", u"DK", u"DNK", u"KONGERIGET DANMARK", u"Pas", u"Identitetskort", u"Kørekort", u"Regning", {0xC8102E, 0xDDB2B8, 0xC8102E}, u"DKK", true, true},
    {u"Ireland", u"IE", u"IRL", u"ÉIRE · IRELAND", u"Pas", u"Cárta aitheantais", u"Ceadúnas tiomána", u"Sonrasc", {0x169B62, 0xB7C9BC, 0xFF883E}, u"EUR", false, true},
    {u"Luxembourg", u"LU", u"LUX", u"GRAND-DUCHÉ DE LUXEMBOURG", u"Passeport", u"Carte d’identité", u"Permis de conduire", u"Facture", {0xED2939, 0xB9CBD8, 0x00A1DE}, u"EUR", true, true},
    {u"Malta", u"MT", u"MLT", u"REPUBBLIKA TA’ MALTA", u"Passaport", u"Karta tal-identità", u"Liċenzja tas-sewqan", u"Kont", {0xCF142B, 0xC9BFC0, 0xCF142B}, u"EUR", false, true},
    {u"Cyprus", u"CY", u"CYP", u"ΚΥΠΡΙΑΚΗ ΔΗΜΟΚΡΑΤΙΑ", u"Διαβατήριο", u"Δελτίο ταυτότητας", u"Άδεια οδήγησης", u"Λογαριασμός", {0xD57800, 0x8A9A5B, 0x4E5B31}, u"EUR", true, true},
    {u"Norway", u"NO", u"NOR", u"KONGERIKET NORGE", u"Pass", u"Nasjonalt ID-kort", u"Førerkort", u"Faktura", {0xBA0C2F, 0xB9C3D4, 0x00205B}, u"NOK", true, false},
    {u"Switzerland", u"CH", u"CHE", u"SCHWEIZERISCHE EIDGENOSSENSCHAFT", u"Pass", u"Identitätskarte", u"Führerausweis", u"Rechnung", {0xDA291C, 0xD9B6B4, 0xDA291C}, u"CHF", false, false},
    {u"Liechtenstein", u"LI", u"LIE", u"FÜRSTENTUM LIECHTENSTEIN", u"Reisepass", u"Identitätskarte", u"Führerausweis", u"Rechnung", {0x002B7F, 0xD9B6C4, 0xCE1126}, u"CHF", false, false},
    {u"United Kingdom", u"GB", u"GBR", u"UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND", u"Passport", u"Identity card", u"Driving licence", u"Bill", {0x012169, 0xB9C3D4, 0xC8102E}, u"GBP", false, false},
    {u"Ukraine", u"UA", u"UKR", u"УКРАЇНА", u"Паспорт", u"Посвідчення особи", u"Посвідчення водія", u"Рахунок", {0x0057B7, 0xE9C900, 0x0057B7}, u"UAH", true, false},
    {u"Iceland", u"IS", u"ISL", u"ÍSLAND", u"Vegabréf", u"Nafnskírteini", u"Ökuskírteini", u"Reikningur", {0x02529C, 0xB9C3D4, 0xDC1E35}, u"ISK", true, false},
};

struct Code {
    QStringView name;
    QStringView mrzCode;
};

/// Other names of countries above, and countries whose words we do not know.
constexpr Code aliases[] = {
    {u"Czech Republic", u"CZE"}, {u"The Netherlands", u"NLD"}, {u"Great Britain", u"GBR"},
    {u"UK", u"GBR"}, {u"Federal Republic of Germany", u"D"}, {u"Slovak Republic", u"SVK"},
};
constexpr Code furtherCountries[] = {
    {u"Albania", u"ALB"}, {u"Andorra", u"AND"}, {u"Argentina", u"ARG"}, {u"Armenia", u"ARM"}, {u"Australia", u"AUS"},
    {u"Azerbaijan", u"AZE"}, {u"Bangladesh", u"BGD"}, {u"Belarus", u"BLR"}, {u"Bosnia and Herzegovina", u"BIH"}, {u"Brazil", u"BRA"},
    {u"Canada", u"CAN"}, {u"Chile", u"CHL"}, {u"China", u"CHN"}, {u"Colombia", u"COL"}, {u"Egypt", u"EGY"},
    {u"Georgia", u"GEO"}, {u"Ghana", u"GHA"}, {u"India", u"IND"}, {u"Indonesia", u"IDN"}, {u"Iran", u"IRN"},
    {u"Israel", u"ISR"}, {u"Japan", u"JPN"}, {u"Kazakhstan", u"KAZ"}, {u"Kenya", u"KEN"}, {u"Lebanon", u"LBN"},
    {u"Malaysia", u"MYS"}, {u"Mexico", u"MEX"}, {u"Moldova", u"MDA"}, {u"Monaco", u"MCO"}, {u"Montenegro", u"MNE"},
    {u"Morocco", u"MAR"}, {u"New Zealand", u"NZL"}, {u"Nigeria", u"NGA"}, {u"North Macedonia", u"MKD"}, {u"Pakistan", u"PAK"},
    {u"Peru", u"PER"}, {u"Philippines", u"PHL"}, {u"Russia", u"RUS"}, {u"San Marino", u"SMR"}, {u"Saudi Arabia", u"SAU"},
    {u"Serbia", u"SRB"}, {u"Singapore", u"SGP"}, {u"South Africa", u"ZAF"}, {u"South Korea", u"KOR"}, {u"Syria", u"SYR"},
    {u"Thailand", u"THA"}, {u"Tunisia", u"TUN"}, {u"Turkey", u"TUR"}, {u"United Arab Emirates", u"ARE"}, {u"United States", u"USA"},
    {u"Uruguay", u"URY"}, {u"Venezuela", u"VEN"}, {u"Vietnam", u"VNM"},
};
// clang-format on

template <typename Table>
const auto* found(const Table& table, QStringView name)
{
    const auto* row = std::find_if(std::begin(table), std::end(table), [&](const auto& candidate) {
        return candidate.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return row == std::end(table) ? nullptr : row;
}

Country fromRow(const Row& row)
{
    Country country;
    country.name = row.name.toString();
    country.iso2 = row.iso2.toString();
    country.mrzCode = row.mrzCode.toString();
    country.nativeName = row.nativeName.toString();
    country.passportWord = row.passportWord.toString();
    country.cardWord = row.cardWord.toString();
    country.licenceWord = row.licenceWord.toString();
    country.invoiceWord = row.invoiceWord.toString();
    for (std::size_t i = 0; i < row.colours.size(); ++i)
        country.colours[i] = QColor::fromRgb(row.colours[i]);
    country.currency = row.currency.toString();
    country.decimalComma = row.decimalComma;
    country.inEuropeanUnion = row.inEuropeanUnion;
    return country;
}
} // namespace

Country countryNamed(const QString& englishName)
{
    const QString name = englishName.trimmed();
    if (const Row* row = found(rows, name))
        return fromRow(*row);
    if (const Code* alias = found(aliases, name)) {
        const Row* row = std::find_if(std::begin(rows), std::end(rows),
                                      [&](const Row& r) { return r.mrzCode == alias->mrzCode; });
        return fromRow(*row);
    }
    const Code* known = found(furtherCountries, name);
    Country country;
    country.name = name.isEmpty() ? QStringLiteral("Utopia") : name;
    country.mrzCode = known ? known->mrzCode.toString() : QStringLiteral("UTO");
    country.nativeName = country.name.toUpper();
    country.passportWord = QStringLiteral("Passport");
    country.cardWord = QStringLiteral("Identity card");
    country.licenceWord = QStringLiteral("Driving licence");
    country.invoiceWord = QStringLiteral("Bill");
    country.colours = {QColor::fromRgb(0x2F5D8A), QColor::fromRgb(0xB9C3D4), QColor::fromRgb(0x7A8C5B)};
    country.currency = QStringLiteral("EUR");
    country.decimalComma = false;
    return country;
}

} // namespace finhub::sandbox
