#include "sandbox/specimens/addressbook.h"

#include "sandbox/specimens/countries.h"
#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/specimenrandom.h"

#include <QStringView>

#include <algorithm>

namespace finhub::sandbox {

namespace {
struct Row {
    QStringView iso2;
    QStringView cities;  ///< `city=postal code` with # for a digit and ? for a letter
    QStringView streets; ///< with % for the house number
};

// clang-format off
constexpr Row rows[] = {
    {u"LT", u"Vilnius=LT-01###|Kaunas=LT-44###|Klaipėda=LT-91###|Šiauliai=LT-76###", u"Gedimino pr. %|Vilniaus g. %|Laisvės al. %|Žemaičių g. %|Šermukšnių g. %|Taikos pr. %"},
    {u"LV", u"Rīga=LV-10##|Daugavpils=LV-54##|Liepāja=LV-34##", u"Brīvības iela %|Krišjāņa Barona iela %|Ģertrūdes iela %|Čaka iela %|Pils iela %"},
    {u"EE", u"Tallinn=10###|Tartu=50###|Pärnu=80###", u"Narva mnt %|Pärnu mnt %|Pikk tn %|Õismäe tee %|Kalda tee %"},
    {u"PL", u"Warszawa=00-###|Kraków=31-###|Łódź=90-###|Gdańsk=80-###", u"ul. Marszałkowska %|ul. Długa %|ul. Święty Marcin %|ul. Piotrkowska %|al. Jerozolimskie %|ul. Źródlana %"},
    {u"DE", u"Berlin=10###|Hamburg=20###|München=80###|Köln=50###|Leipzig=04###", u"Lindenstraße %|Hauptstraße %|Gartenweg %|Schillerstraße %|Mühlenweg %|Bahnhofstraße %"},
    {u"FR", u"Paris=750##|Lyon=690##|Bordeaux=330##|Strasbourg=670##", u"% rue Victor Hugo|% avenue Jean Jaurès|% rue de la République|% rue des Écoles|% boulevard Voltaire"},
    {u"ES", u"Madrid=280##|Barcelona=080##|Sevilla=410##|Málaga=290##", u"Calle Mayor %|Calle de Alcalá %|Avenida de la Constitución %|Calle Muñoz Degraín %|Paseo del Prado %"},
    {u"PT", u"Lisboa=1###-###|Porto=4###-###|Coimbra=3###-###", u"Rua Augusta %|Avenida da Liberdade %|Rua da Conceição %|Rua de São Bento %|Travessa do Carmo %"},
    {u"IT", u"Roma=001##|Milano=201##|Torino=101##|Firenze=501##", u"Via Roma %|Via Garibaldi %|Corso Vittorio Emanuele %|Via Dante Alighieri %|Piazza della Libertà %"},
    {u"NL", u"Amsterdam=10## ??|Rotterdam=30## ??|Utrecht=35## ??", u"Keizersgracht %|Dorpsstraat %|Kerkstraat %|Molenweg %|Prins Hendrikkade %"},
    {u"BE", u"Bruxelles=10##|Antwerpen=20##|Gent=90##|Liège=40##", u"Kerkstraat %|Rue de la Loi %|Stationsstraat %|Avenue Louise %|Nieuwstraat %"},
    {u"AT", u"Wien=1##0|Graz=80##|Salzburg=50##|Linz=40##", u"Mariahilfer Straße %|Landstraße %|Wiener Straße %|Mozartgasse %|Kärntner Straße %"},
    {u"CZ", u"Praha=1## 00|Brno=60# 00|Ostrava=70# 00|Plzeň=30# 00", u"Vinohradská %|Náměstí Míru %|Křížíkova %|Husova %|Žižkova %"},
    {u"SK", u"Bratislava=81# 0#|Košice=04# 0#|Žilina=01# 0#", u"Hlavná %|Štúrova %|Obchodná %|Námestie slobody %|Záhradnícka %"},
    {u"HU", u"Budapest=10##|Debrecen=40##|Szeged=67##", u"Kossuth Lajos utca %|Petőfi Sándor utca %|Rákóczi út %|Váci utca %|Andrássy út %"},
    {u"RO", u"București=01####|Cluj-Napoca=40####|Timișoara=30####|Iași=70####", u"Strada Mihai Eminescu %|Bulevardul Unirii %|Strada Ștefan cel Mare %|Strada Florilor %"},
    {u"BG", u"София=10##|Пловдив=40##|Варна=90##", u"ул. Иван Вазов %|бул. Витоша %|ул. Раковски %|бул. България %"},
    {u"GR", u"Αθήνα=10# ##|Θεσσαλονίκη=54# ##|Πάτρα=26# ##", u"Ερμού %|Πανεπιστημίου %|Αγίου Δημητρίου %|Σόλωνος %"},
    {u"HR", u"Zagreb=10000|Split=21000|Rijeka=51000", u"Ilica %|Vukovarska ulica %|Trg bana Jelačića %|Ulica kralja Zvonimira %|Šubićeva ulica %"},
    {u"SI", u"Ljubljana=10##|Maribor=20##|Celje=30##", u"Slovenska cesta %|Čopova ulica %|Prešernova ulica %|Tržaška cesta %"},
    {u"SE", u"Stockholm=11# ##|Göteborg=41# ##|Malmö=21# ##|Uppsala=75# ##", u"Storgatan %|Kungsgatan %|Drottninggatan %|Björkvägen %|Ängsgatan %"},
    {u"FI", u"Helsinki=001##|Tampere=331##|Turku=201##|Oulu=901##", u"Mannerheimintie %|Hämeenkatu %|Koivukuja %|Rantatie %|Yliopistonkatu %"},
    {u"DK", u"København=21##|Aarhus=80##|Odense=50##", u"Vestergade %|Nørrebrogade %|Østerbrogade %|Skovvej %|Algade %"},
    {u"IE", u"Dublin=D0# ??##|Cork=T12 ??##|Galway=H91 ??##", u"% O’Connell Street|% Patrick Street|% Grafton Street|% Strand Road|% Church Lane"},
    {u"LU", u"Luxembourg=L-1###|Esch-sur-Alzette=L-4###|Ettelbruck=L-9###", u"% rue de la Gare|% avenue de la Liberté|% Grand-Rue|% rue des Prés"},
    {u"MT", u"Valletta=VLT 1###|Sliema=SLM 1###|Birkirkara=BKR 1###", u"% Triq ir-Repubblika|% Triq it-Torri|% Triq San Pawl|% Triq il-Kbira"},
    {u"CY", u"Λευκωσία=10##|Λεμεσός=30##|Λάρνακα=60##", u"Λήδρας %|Μακαρίου Γ΄ %|Ανεξαρτησίας %|Ερμού %"},
    {u"NO", u"Oslo=01##|Bergen=50##|Trondheim=70##", u"Storgata %|Karl Johans gate %|Bjørnstjerne Bjørnsons vei %|Skolegata %|Fjordveien %"},
    {u"CH", u"Zürich=80##|Bern=30##|Basel=40##|Genève=12##", u"Bahnhofstrasse %|Seestrasse %|Dorfstrasse %|Rue du Rhône %|Kirchweg %"},
    {u"LI", u"Vaduz=9490|Schaan=9494|Balzers=9496", u"Landstrasse %|Städtle %|Feldkircher Strasse %"},
    {u"GB", u"London=SW# #??|Manchester=M# #??|Edinburgh=EH# #??|Bristol=BS# #??", u"% High Street|% Station Road|% Victoria Road|% Church Lane|% Mill Close"},
    {u"UA", u"Київ=01###|Львів=79###|Одеса=65###|Харків=61###", u"вул. Шевченка, %|вул. Хрещатик, %|просп. Свободи, %|вул. Садова, %"},
    {u"IS", u"Reykjavík=1##|Akureyri=600|Kópavogur=200", u"Laugavegur %|Hafnarstræti %|Skólavörðustígur %|Þórsgata %"},
};
// clang-format on

const Row* rowOf(const QString& iso2)
{
    const auto* row =
        std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return r.iso2 == iso2; });
    return row == std::end(rows) ? nullptr : row;
}

QStringView pickPart(QStringView list, SpecimenRandom& random)
{
    const QList<QStringView> parts = list.split(u'|');
    return parts.at(random.below(static_cast<int>(parts.size())));
}

QString filledIn(QStringView pattern, SpecimenRandom& random)
{
    static constexpr QStringView letters = u"ABDEFHKLNPRSTVX";
    QString out;
    for (const QChar c : pattern) {
        if (c == u'#')
            out += QString::number(random.below(10));
        else if (c == u'?')
            out += letters.at(random.below(static_cast<int>(letters.size())));
        else
            out += c;
    }
    return out;
}
} // namespace

QStringList PostalAddress::lines() const
{
    return {street, QStringList{postalCode, city}.join(u' ').trimmed(), country};
}

PostalAddress addressOf(const SpecimenPerson& person)
{
    const Country country = countryNamed(person.nationality);
    SpecimenRandom random(personSeed(person) ^ 0xADD2E55ULL);
    PostalAddress address;
    address.country = country.name;
    const QString number = QString::number(random.between(1, 148));
    if (const Row* row = rowOf(country.iso2)) {
        const QStringView city = pickPart(row->cities, random);
        const qsizetype equals = city.indexOf(u'=');
        address.city = city.left(equals).toString();
        address.postalCode = filledIn(city.mid(equals + 1), random);
        address.street = pickPart(row->streets, random).toString().replace(u'%', number);
    } else {
        address.city = person.placeOfBirth.isEmpty() ? country.name : person.placeOfBirth;
        address.postalCode = QString::number(random.between(10000, 99999));
        address.street = pickPart(u"% Garden Street|% Station Road|% Park Avenue", random)
                             .toString()
                             .replace(u'%', number);
    }
    return address;
}

QString cityOf(const QString& englishCountry, quint64 choice)
{
    const Country country = countryNamed(englishCountry);
    const Row* row = rowOf(country.iso2);
    if (!row)
        return country.name;
    SpecimenRandom random(choice);
    const QStringView city = pickPart(row->cities, random);
    return city.left(city.indexOf(u'=')).toString();
}

} // namespace finhub::sandbox
