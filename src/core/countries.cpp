#include "core/countries.h"

#include "core/foldedtext.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace finhub {

namespace {
struct Row {
    QStringView name;
    QStringView code; ///< ISO 3166-1 alpha-2
};

// clang-format off
constexpr std::array<Row, 249> Countries{{
    {u"Afghanistan", u"AF"}, {u"Åland Islands", u"AX"}, {u"Albania", u"AL"}, {u"Algeria", u"DZ"},
    {u"American Samoa", u"AS"}, {u"Andorra", u"AD"}, {u"Angola", u"AO"}, {u"Anguilla", u"AI"},
    {u"Antarctica", u"AQ"}, {u"Antigua and Barbuda", u"AG"}, {u"Argentina", u"AR"}, {u"Armenia", u"AM"},
    {u"Aruba", u"AW"}, {u"Australia", u"AU"}, {u"Austria", u"AT"}, {u"Azerbaijan", u"AZ"},
    {u"Bahamas", u"BS"}, {u"Bahrain", u"BH"}, {u"Bangladesh", u"BD"}, {u"Barbados", u"BB"},
    {u"Belarus", u"BY"}, {u"Belgium", u"BE"}, {u"Belize", u"BZ"}, {u"Benin", u"BJ"}, {u"Bermuda", u"BM"},
    {u"Bhutan", u"BT"}, {u"Bolivia", u"BO"}, {u"Bosnia and Herzegovina", u"BA"}, {u"Botswana", u"BW"},
    {u"Bouvet Island", u"BV"}, {u"Brazil", u"BR"}, {u"British Indian Ocean Territory", u"IO"},
    {u"British Virgin Islands", u"VG"}, {u"Brunei", u"BN"}, {u"Bulgaria", u"BG"}, {u"Burkina Faso", u"BF"},
    {u"Burundi", u"BI"}, {u"Cambodia", u"KH"}, {u"Cameroon", u"CM"}, {u"Canada", u"CA"},
    {u"Cape Verde", u"CV"}, {u"Caribbean Netherlands", u"BQ"}, {u"Cayman Islands", u"KY"},
    {u"Central African Republic", u"CF"}, {u"Chad", u"TD"}, {u"Chile", u"CL"}, {u"China", u"CN"},
    {u"Christmas Island", u"CX"}, {u"Cocos Islands", u"CC"}, {u"Colombia", u"CO"}, {u"Comoros", u"KM"},
    {u"Cook Islands", u"CK"}, {u"Costa Rica", u"CR"}, {u"Croatia", u"HR"}, {u"Cuba", u"CU"},
    {u"Curaçao", u"CW"}, {u"Cyprus", u"CY"}, {u"Czechia", u"CZ"},
    {u"Democratic Republic of the Congo", u"CD"}, {u"Denmark", u"DK"}, {u"Djibouti", u"DJ"},
    {u"Dominica", u"DM"}, {u"Dominican Republic", u"DO"}, {u"Ecuador", u"EC"}, {u"Egypt", u"EG"},
    {u"El Salvador", u"SV"}, {u"Equatorial Guinea", u"GQ"}, {u"Eritrea", u"ER"}, {u"Estonia", u"EE"},
    {u"Eswatini", u"SZ"}, {u"Ethiopia", u"ET"}, {u"Falkland Islands", u"FK"}, {u"Faroe Islands", u"FO"},
    {u"Fiji", u"FJ"}, {u"Finland", u"FI"}, {u"France", u"FR"}, {u"French Guiana", u"GF"},
    {u"French Polynesia", u"PF"}, {u"French Southern Territories", u"TF"}, {u"Gabon", u"GA"},
    {u"Gambia", u"GM"}, {u"Georgia", u"GE"}, {u"Germany", u"DE"}, {u"Ghana", u"GH"}, {u"Gibraltar", u"GI"},
    {u"Greece", u"GR"}, {u"Greenland", u"GL"}, {u"Grenada", u"GD"}, {u"Guadeloupe", u"GP"},
    {u"Guam", u"GU"}, {u"Guatemala", u"GT"}, {u"Guernsey", u"GG"}, {u"Guinea", u"GN"},
    {u"Guinea-Bissau", u"GW"}, {u"Guyana", u"GY"}, {u"Haiti", u"HT"},
    {u"Heard Island and McDonald Islands", u"HM"}, {u"Honduras", u"HN"}, {u"Hong Kong", u"HK"},
    {u"Hungary", u"HU"}, {u"Iceland", u"IS"}, {u"India", u"IN"}, {u"Indonesia", u"ID"}, {u"Iran", u"IR"},
    {u"Iraq", u"IQ"}, {u"Ireland", u"IE"}, {u"Isle of Man", u"IM"}, {u"Israel", u"IL"}, {u"Italy", u"IT"},
    {u"Ivory Coast", u"CI"}, {u"Jamaica", u"JM"}, {u"Japan", u"JP"}, {u"Jersey", u"JE"}, {u"Jordan", u"JO"},
    {u"Kazakhstan", u"KZ"}, {u"Kenya", u"KE"}, {u"Kiribati", u"KI"}, {u"Kuwait", u"KW"},
    {u"Kyrgyzstan", u"KG"}, {u"Laos", u"LA"}, {u"Latvia", u"LV"}, {u"Lebanon", u"LB"}, {u"Lesotho", u"LS"},
    {u"Liberia", u"LR"}, {u"Libya", u"LY"}, {u"Liechtenstein", u"LI"}, {u"Lithuania", u"LT"},
    {u"Luxembourg", u"LU"}, {u"Macao", u"MO"}, {u"Madagascar", u"MG"}, {u"Malawi", u"MW"},
    {u"Malaysia", u"MY"}, {u"Maldives", u"MV"}, {u"Mali", u"ML"}, {u"Malta", u"MT"},
    {u"Marshall Islands", u"MH"}, {u"Martinique", u"MQ"}, {u"Mauritania", u"MR"}, {u"Mauritius", u"MU"},
    {u"Mayotte", u"YT"}, {u"Mexico", u"MX"}, {u"Micronesia", u"FM"}, {u"Moldova", u"MD"},
    {u"Monaco", u"MC"}, {u"Mongolia", u"MN"}, {u"Montenegro", u"ME"}, {u"Montserrat", u"MS"},
    {u"Morocco", u"MA"}, {u"Mozambique", u"MZ"}, {u"Myanmar", u"MM"}, {u"Namibia", u"NA"},
    {u"Nauru", u"NR"}, {u"Nepal", u"NP"}, {u"Netherlands", u"NL"}, {u"New Caledonia", u"NC"},
    {u"New Zealand", u"NZ"}, {u"Nicaragua", u"NI"}, {u"Niger", u"NE"}, {u"Nigeria", u"NG"},
    {u"Niue", u"NU"}, {u"Norfolk Island", u"NF"}, {u"North Korea", u"KP"}, {u"North Macedonia", u"MK"},
    {u"Northern Mariana Islands", u"MP"}, {u"Norway", u"NO"}, {u"Oman", u"OM"}, {u"Pakistan", u"PK"},
    {u"Palau", u"PW"}, {u"Palestine", u"PS"}, {u"Panama", u"PA"}, {u"Papua New Guinea", u"PG"},
    {u"Paraguay", u"PY"}, {u"Peru", u"PE"}, {u"Philippines", u"PH"}, {u"Pitcairn", u"PN"},
    {u"Poland", u"PL"}, {u"Portugal", u"PT"}, {u"Puerto Rico", u"PR"}, {u"Qatar", u"QA"},
    {u"Republic of the Congo", u"CG"}, {u"Réunion", u"RE"}, {u"Romania", u"RO"}, {u"Russia", u"RU"},
    {u"Rwanda", u"RW"}, {u"Saint Barthélemy", u"BL"}, {u"Saint Helena", u"SH"},
    {u"Saint Kitts and Nevis", u"KN"}, {u"Saint Lucia", u"LC"}, {u"Saint Martin", u"MF"},
    {u"Saint Pierre and Miquelon", u"PM"}, {u"Saint Vincent and the Grenadines", u"VC"}, {u"Samoa", u"WS"},
    {u"San Marino", u"SM"}, {u"São Tomé and Príncipe", u"ST"}, {u"Saudi Arabia", u"SA"},
    {u"Senegal", u"SN"}, {u"Serbia", u"RS"}, {u"Seychelles", u"SC"}, {u"Sierra Leone", u"SL"},
    {u"Singapore", u"SG"}, {u"Sint Maarten", u"SX"}, {u"Slovakia", u"SK"}, {u"Slovenia", u"SI"},
    {u"Solomon Islands", u"SB"}, {u"Somalia", u"SO"}, {u"South Africa", u"ZA"},
    {u"South Georgia and the South Sandwich Islands", u"GS"}, {u"South Korea", u"KR"},
    {u"South Sudan", u"SS"}, {u"Spain", u"ES"}, {u"Sri Lanka", u"LK"}, {u"Sudan", u"SD"},
    {u"Suriname", u"SR"}, {u"Svalbard and Jan Mayen", u"SJ"}, {u"Sweden", u"SE"}, {u"Switzerland", u"CH"},
    {u"Syria", u"SY"}, {u"Taiwan", u"TW"}, {u"Tajikistan", u"TJ"}, {u"Tanzania", u"TZ"},
    {u"Thailand", u"TH"}, {u"Timor-Leste", u"TL"}, {u"Togo", u"TG"}, {u"Tokelau", u"TK"}, {u"Tonga", u"TO"},
    {u"Trinidad and Tobago", u"TT"}, {u"Tunisia", u"TN"}, {u"Turkey", u"TR"}, {u"Turkmenistan", u"TM"},
    {u"Turks and Caicos Islands", u"TC"}, {u"Tuvalu", u"TV"}, {u"Uganda", u"UG"}, {u"Ukraine", u"UA"},
    {u"United Arab Emirates", u"AE"}, {u"United Kingdom", u"GB"}, {u"United States", u"US"},
    {u"United States Minor Outlying Islands", u"UM"}, {u"United States Virgin Islands", u"VI"},
    {u"Uruguay", u"UY"}, {u"Uzbekistan", u"UZ"}, {u"Vanuatu", u"VU"}, {u"Vatican City", u"VA"},
    {u"Venezuela", u"VE"}, {u"Vietnam", u"VN"}, {u"Wallis and Futuna", u"WF"}, {u"Western Sahara", u"EH"},
    {u"Yemen", u"YE"}, {u"Zambia", u"ZM"}, {u"Zimbabwe", u"ZW"},
}};

/// Further names of these countries: ISO's own where it is not the everyday one, former and short ones.
constexpr std::array<Row, 60> OtherNames{{
    {u"Bolivia, Plurinational State of", u"BO"}, {u"Bonaire, Sint Eustatius and Saba", u"BQ"},
    {u"Britain", u"GB"}, {u"Brunei Darussalam", u"BN"}, {u"Burma", u"MM"}, {u"Cabo Verde", u"CV"},
    {u"Cocos (Keeling) Islands", u"CC"}, {u"Congo", u"CG"},
    {u"Congo, The Democratic Republic of the", u"CD"}, {u"Congo-Brazzaville", u"CG"},
    {u"Congo-Kinshasa", u"CD"}, {u"Côte d'Ivoire", u"CI"}, {u"Czech Republic", u"CZ"},
    {u"Democratic People's Republic of Korea", u"KP"}, {u"DR Congo", u"CD"}, {u"East Timor", u"TL"},
    {u"Falkland Islands (Malvinas)", u"FK"}, {u"Federal Republic of Germany", u"DE"},
    {u"Federated States of Micronesia", u"FM"}, {u"Great Britain", u"GB"}, {u"Holland", u"NL"},
    {u"Holy See", u"VA"}, {u"Holy See (Vatican City State)", u"VA"}, {u"Hong Kong SAR", u"HK"},
    {u"Iran, Islamic Republic of", u"IR"}, {u"Korea, Democratic People's Republic of", u"KP"},
    {u"Korea, Republic of", u"KR"}, {u"Lao People's Democratic Republic", u"LA"}, {u"Macao SAR", u"MO"},
    {u"Macau", u"MO"}, {u"Macedonia", u"MK"}, {u"Micronesia, Federated States of", u"FM"},
    {u"Moldova, Republic of", u"MD"}, {u"Palestine, State of", u"PS"}, {u"Palestinian Territories", u"PS"},
    {u"People's Republic of China", u"CN"}, {u"Republic of Ireland", u"IE"}, {u"Republic of Korea", u"KR"},
    {u"Republic of Moldova", u"MD"}, {u"Russian Federation", u"RU"},
    {u"Saint Helena, Ascension and Tristan da Cunha", u"SH"}, {u"Saint Martin (French part)", u"MF"},
    {u"Sint Maarten (Dutch part)", u"SX"}, {u"Slovak Republic", u"SK"}, {u"Swaziland", u"SZ"},
    {u"Syrian Arab Republic", u"SY"}, {u"Taiwan, Province of China", u"TW"},
    {u"Tanzania, United Republic of", u"TZ"}, {u"The Bahamas", u"BS"}, {u"The Gambia", u"GM"},
    {u"The Netherlands", u"NL"}, {u"Türkiye", u"TR"}, {u"UAE", u"AE"}, {u"UK", u"GB"},
    {u"United States of America", u"US"}, {u"USA", u"US"}, {u"Venezuela, Bolivarian Republic of", u"VE"},
    {u"Viet Nam", u"VN"}, {u"Virgin Islands, British", u"VG"}, {u"Virgin Islands, U.S.", u"VI"},
}};
// clang-format on

QString nameOf(QStringView code)
{
    const auto* const row = std::find_if(Countries.begin(), Countries.end(),
                                         [code](const Row& country) { return country.code == code; });
    return row->name.toString();
}

/// Every name that is known, folded, with the name it stands for.
const QHash<QString, QString>& namesByFolded()
{
    static const QHash<QString, QString> names = [] {
        QHash<QString, QString> all;
        for (const Row& row : OtherNames)
            all.insert(foldedText(row.name.toString()), nameOf(row.code));
        for (const Row& row : Countries)
            all.insert(foldedText(row.name.toString()), row.name.toString());
        return all;
    }();
    return names;
}
} // namespace

QStringList countryNames()
{
    QStringList names;
    for (const Row& row : Countries)
        names << row.name.toString();
    return names;
}

QString countryNamed(const QString& text)
{
    return namesByFolded().value(foldedText(text.simplified()));
}

QString countryCode(const QString& text)
{
    const QString name = countryNamed(text);
    const auto* const row = std::find_if(Countries.begin(), Countries.end(),
                                         [&name](const Row& country) { return country.name == name; });
    return row == Countries.end() ? QString() : row->code.toString();
}

bool isKnownCountry(const QString& text)
{
    return !countryNamed(text).isEmpty();
}

} // namespace finhub
