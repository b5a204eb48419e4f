#include "core/countries.h"
#include "core/foldedtext.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace finhub;

class TestCountries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsEveryCountryOnce();
    void findsEveryNameHoweverItIsWritten();
    void finds_data();
    void finds();
};

void TestCountries::listsEveryCountryOnce()
{
    const QStringList names = countryNames();
    QCOMPARE(names.size(), 249);
    QSet<QString> folded;
    for (const QString& name : names)
        folded << foldedText(name);
    QCOMPARE(folded.size(), 249);
    QVERIFY(std::is_sorted(names.begin(), names.end(),
                           [](const QString& a, const QString& b) { return foldedText(a) < foldedText(b); }));
}

void TestCountries::findsEveryNameHoweverItIsWritten()
{
    for (const QString& name : countryNames()) {
        QCOMPARE(countryNamed(name), name);
        QCOMPARE(countryNamed(name.toUpper()), name);
        QCOMPARE(countryNamed(QStringLiteral("  %1\n").arg(foldedText(name))), name);
    }
}

void TestCountries::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* text, const char* name) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(name);
    };
    row("Viet Nam", "Vietnam");
    row("Türkiye", "Turkey");
    row("UK", "United Kingdom");
    row("United  States of America", "United States");
    row("Iran, Islamic Republic of", "Iran");
    row("russian federation", "Russia");
    row("Cote d'Ivoire", "Ivory Coast");
    row("CURACAO", "Curaçao");
    row("the netherlands", "Netherlands");
    // What is not a name stands for none, and neither does a part of one.
    row("", "");
    row("Korea", "");
    row("Lithuani", "");
    row("Utopia", "");
    row("Litauen", "");
}

void TestCountries::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(countryNamed(text), name);
    QCOMPARE(isKnownCountry(text), !name.isEmpty());
}

QTEST_GUILESS_MAIN(TestCountries)
#include "tst_countries.moc"
