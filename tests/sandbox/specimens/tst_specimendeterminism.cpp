#include "sandbox/specimens/people.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <cstdio>
#include <thread>
#include <vector>

using namespace finhub;
using namespace finhub::sandbox;

namespace {
/// Each type as each kind of file, for different people and with all flaws among them.
QList<SpecimenRequest> everyKind()
{
    const QList<SpecimenPerson> people = difficultPeople();
    QList<SpecimenRequest> requests;
    quint64 seed = 900;
    for (const auto& [type, typeName] : WireNames<DocumentType>::table)
        for (const auto& [mime, mimeName] : WireNames<MimeType>::table) {
            ++seed;
            requests.append(specimenRequest(type, mime,
                                            people.at(static_cast<qsizetype>(seed) % people.size()), seed,
                                            static_cast<Flaw>(seed % 8)));
        }
    return requests;
}

QByteArray digestOf(const SpecimenRequest& request)
{
    return QCryptographicHash::hash(drawSpecimen(request), QCryptographicHash::Sha256).toHex();
}

QByteArrayList digestsOf(const QList<SpecimenRequest>& requests)
{
    QByteArrayList digests;
    for (const SpecimenRequest& request : requests)
        digests.append(digestOf(request));
    return digests;
}
} // namespace

/// The contract's "same seed, byte-identical answers" (section 6) and "no two alike".
class TestSpecimenDeterminism : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameInEveryThread();
    void sameInEveryProcess_data();
    void sameInEveryProcess();
    void noTwoAlike_data();
    void noTwoAlike();
};

void TestSpecimenDeterminism::sameInEveryThread()
{
    const QList<SpecimenRequest> requests = everyKind();
    const QByteArrayList expected = digestsOf(requests);
    std::vector<QByteArrayList> seen(4);
    std::vector<std::thread> threads;
    for (QByteArrayList& digests : seen)
        threads.emplace_back([&digests, &requests] { digests = digestsOf(requests); });
    for (std::thread& thread : threads)
        thread.join();
    for (const QByteArrayList& digests : seen)
        QCOMPARE(digests, expected);
}

void TestSpecimenDeterminism::sameInEveryProcess_data()
{
    QTest::addColumn<QString>("hashSeed");
    // QHash orders its elements by a seed that is drawn anew in each process; 0 switches it off.
    QTest::newRow("seeded at random") << QString();
    QTest::newRow("not seeded") << QStringLiteral("0");
}

void TestSpecimenDeterminism::sameInEveryProcess()
{
    QFETCH(QString, hashSeed);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!hashSeed.isEmpty())
        environment.insert(QStringLiteral("QT_HASH_SEED"), hashSeed);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--digests")});
    QVERIFY(process.waitForFinished(240'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput().trimmed().split('\n'), digestsOf(everyKind()));
}

void TestSpecimenDeterminism::noTwoAlike_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("mime");
    QTest::newRow("identity cards") << int(DocumentType::IdCard) << int(MimeType::Jpeg);
    QTest::newRow("selfies") << int(DocumentType::Selfie) << int(MimeType::Jpeg);
    QTest::newRow("bills") << int(DocumentType::ProofOfAddress) << int(MimeType::Pdf);
    QTest::newRow("declarations") << int(DocumentType::PepDeclaration) << int(MimeType::Pdf);
}

void TestSpecimenDeterminism::noTwoAlike()
{
    QFETCH(int, type);
    QFETCH(int, mime);
    constexpr int Documents = 500;
    const SpecimenPerson person = difficultPeople().constFirst();
    std::vector<QByteArray> digests(Documents);
    std::vector<std::thread> threads;
    for (int half = 0; half < 2; ++half)
        threads.emplace_back([&, half] {
            for (int seed = half; seed < Documents; seed += 2)
                digests[static_cast<std::size_t>(seed)] =
                    digestOf(specimenRequest(static_cast<DocumentType>(type), static_cast<MimeType>(mime),
                                             person, static_cast<quint64>(seed)));
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(QSet<QByteArray>(digests.begin(), digests.end()).size(), Documents);
}

/// With `--digests` the program is the other process of sameInEveryProcess().
int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    if (application.arguments().contains(QLatin1String("--digests"))) {
        for (const QByteArray& digest : digestsOf(everyKind()))
            std::puts(digest.constData());
        return 0;
    }
    TestSpecimenDeterminism test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_specimendeterminism.moc"
