#include "documents/pagegeometry.h"
#include "documents/workeranswer.h"
#include "documents/workerprocess.h"
#include "documents/workerprotocol.h"
#include "documents/workerrenderer.h"
#include "samples.h"
#include "support/outcome.h"
#include "writablemapping.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <random>
#include <vector>

using namespace finhub;
using namespace finhub::documents;
using Reading = test::Outcome<PageText>;

namespace {
struct TextAnswer {
    WorkerAnswer head{};
    QList<TextUnit> units;
};

/// "Hi" on a page of 100 x 50 points, as an honest worker answers it.
TextAnswer honest()
{
    TextAnswer answer;
    answer.head.magic = AnswerMagic;
    answer.head.version = AnswerVersion;
    answer.head.width = 2;
    answer.head.height = 1;
    answer.head.stride = 2 * sizeof(TextUnit);
    answer.head.format = static_cast<quint32>(PixelFormat::Text);
    answer.head.pageCount = 3;
    answer.head.pageWidth = 100;
    answer.head.pageHeight = 50;
    answer.units = {{u'H', 10, 20, 6, 8}, {u'i', 16, 20, 3, 8}};
    return answer;
}

WorkerTask textTask(int page = 0)
{
    return WorkerTask{{}, MimeType::Pdf, {.page = page, .box = {}}, TextDetail::Places};
}

Result<PageText> read(const TextAnswer& answer, int exitCode = 0, int page = 0)
{
    const WorkerTask task = textTask(page);
    std::optional<SealedMemory> memory = SealedMemory::ofSize(task.answerSize());
    {
        const WritableMapping writer(memory->fd(), task.answerSize());
        std::memcpy(writer.data(), &answer.head, sizeof answer.head);
        std::memcpy(writer.data() + PixelOffset, answer.units.constData(),
                    answer.units.size() * sizeof(TextUnit));
    }
    return readTextAnswer(std::move(*memory), exitCode, task);
}
} // namespace

/// The text of a page: from the real worker, and from one that lies.
class TestPageText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnHonestAnswer();
    void refusesLies_data();
    void refusesLies();
    void leavesOutPlacesBesideThePage();
    void passesOnWhyThereIsNone();
    void readsAPage();
    void readsTextAloneWithoutPlaces();
    void cutsTheTextOfAnEndlessPage();
    void placesWordsWhereTheyAreSeen_data();
    void placesWordsWhereTheyAreSeen();
    void hasNoTextForAPictureOfText();
    void saysWhenThereIsNoSuchPage();
    void survivesHostileDocuments();
    void deletingTheCallKills();
    void endsWithTheSession();

private:
    CallPtr<PageText> text(const QByteArray& bytes, int page = 0, TextDetail detail = TextDetail::Places)
    {
        return m_renderer.text(bytes, page, detail);
    }

    // On a busy machine the clock on the wall says little; the limit on CPU time holds as ever.
    WorkerRenderer m_renderer{QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"),
                              std::chrono::minutes(1)};
};

void TestPageText::readsAnHonestAnswer()
{
    const Result<PageText> page = read(honest(), 0, 2);
    QVERIFY(page);
    QCOMPARE(page->text, QStringLiteral("Hi"));
    QCOMPARE(page->places, (QList<QRectF>{{10, 20, 6, 8}, {16, 20, 3, 8}}));
    QCOMPARE(page->page, 2);
    QCOMPARE(page->pageCount, 3);
    QCOMPARE(page->pageSize, QSizeF(100, 50));
    QVERIFY(!page->isCut);
    TextAnswer cut = honest();
    cut.head.format = static_cast<quint32>(PixelFormat::CutText);
    QVERIFY(read(cut)->isCut);
    TextAnswer empty = honest();
    empty.head.width = 0;
    empty.head.stride = 0;
    QVERIFY(read(empty)->text.isEmpty());
}

void TestPageText::refusesLies_data()
{
    using Change = std::function<void(TextAnswer&)>;
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << std::move(change); };
    constexpr float NoNumber = std::numeric_limits<float>::quiet_NaN();
    constexpr float Endless = std::numeric_limits<float>::infinity();
    row("magic", [](TextAnswer& a) { a.head.magic = 1; });
    row("version", [](TextAnswer& a) { a.head.version = 99; });
    row("pixels", [](TextAnswer& a) { a.head.format = static_cast<quint32>(PixelFormat::Rgb32); });
    row("format", [](TextAnswer& a) { a.head.format = 77; });
    row("too many", [](TextAnswer& a) {
        a.head.width = MaxTextCharacters + 1;
        a.head.stride = a.head.width * sizeof(TextUnit);
    });
    row("endless", [](TextAnswer& a) { a.head.width = std::numeric_limits<quint32>::max(); });
    row("wrapped", [](TextAnswer& a) {
        // Times twenty it is two rows again, in 32 bits.
        a.head.width = 214748367;
        a.head.stride = a.head.width * static_cast<quint32>(sizeof(TextUnit));
    });
    row("rows", [](TextAnswer& a) { a.head.height = 2; });
    row("stride", [](TextAnswer& a) { a.head.stride = 1; });
    row("no pages", [](TextAnswer& a) { a.head.pageCount = 0; });
    row("a million pages", [](TextAnswer& a) { a.head.pageCount = 1'000'000; });
    row("no size", [](TextAnswer& a) { a.head.pageWidth = 0; });
    row("size is no number", [](TextAnswer& a) { a.head.pageHeight = NoNumber; });
    row("huge page", [](TextAnswer& a) { a.head.pageWidth = 1e9; });
    row("no character", [](TextAnswer& a) { a.units[1].unit = 0; });
    row("beyond UTF-16", [](TextAnswer& a) { a.units[0].unit = 0x10000; });
    row("place is no number", [](TextAnswer& a) { a.units[0].left = NoNumber; });
    row("place is endless", [](TextAnswer& a) { a.units[0].width = Endless; });
    row("height is endless", [](TextAnswer& a) { a.units[1].height = -Endless; });
    row("negative", [](TextAnswer& a) { a.units[1].width = -1; });
}

void TestPageText::refusesLies()
{
    QFETCH(std::function<void(TextAnswer&)>, change);
    TextAnswer answer = honest();
    change(answer);
    const Result<PageText> page = read(answer);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::BrokenDocument);
    QCOMPARE(page.error().documentFault, DocumentFault::WorkerFailed);
}

void TestPageText::leavesOutPlacesBesideThePage()
{
    TextAnswer answer = honest();
    answer.units[0].left = -1000;
    answer.units[1].top = 45;
    const Result<PageText> page = read(answer);
    QVERIFY(page);
    QVERIFY(page->places.at(0).isEmpty());
    QCOMPARE(page->places.at(1), QRectF(16, 45, 3, 5));
}

void TestPageText::passesOnWhyThereIsNone()
{
    QCOMPARE(read(honest(), static_cast<int>(WorkerExit::Unreadable)).error().documentFault,
             DocumentFault::Unreadable);
    QCOMPARE(read(honest(), static_cast<int>(WorkerExit::NoWalls)).error().documentFault,
             DocumentFault::WorkerMissing);
    QVERIFY(!read(honest(), 0, 3)); // of three pages
}

void TestPageText::readsAPage()
{
    Reading page(text(samples::pdfWithText()));
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    qInfo("a page of 60 lines in %lld ms", time.elapsed());
    QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
    QCOMPARE(page->pageSize.toSize(), QSize(595, 842));
    QCOMPARE(page->places.size(), page->text.size());
    QVERIFY(page->text.contains(QStringLiteral("The quick brown fox jumps over the lazy dog")));
    QVERIFY(page->text.contains(QStringLiteral("59")));
    // Lines go down the page, words go to the right.
    const auto placeOf = [&page](const QString& word, int from) {
        return page->places.at(page->text.indexOf(word, from));
    };
    const QRectF quick = placeOf(QStringLiteral("quick"), 0);
    const QRectF lazy = placeOf(QStringLiteral("lazy"), 0);
    const QRectF later = placeOf(QStringLiteral("quick"), int(page->text.size() / 2));
    QVERIFY(!quick.isEmpty() && !lazy.isEmpty() && !later.isEmpty());
    QVERIFY(lazy.left() > quick.right());
    QVERIFY(std::abs(lazy.top() - quick.top()) < 4);
    QVERIFY(later.top() > quick.bottom());
}

void TestPageText::readsTextAloneWithoutPlaces()
{
    Reading page(text(samples::pdfWithText(), 0, TextDetail::Text));
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    qInfo("the text alone in %lld ms", time.elapsed());
    QVERIFY(page.hasValue());
    QVERIFY(page->text.contains(QStringLiteral("lazy dog")));
    QCOMPARE(page->places.size(), page->text.size());
    for (const QRectF& place : page->places)
        QVERIFY(place.isEmpty());
}

// A page of 260,000 characters: the first 200,000 of them come, and that there are more.
void TestPageText::cutsTheTextOfAnEndlessPage()
{
    const QByteArray bytes = samples::pdfWithEndlessText();
    for (const TextDetail detail : {TextDetail::Text, TextDetail::Places}) {
        Reading page(text(bytes, 0, detail));
        QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
        QVERIFY2(page.hasValue(), qPrintable(page.error().technical));
        QVERIFY2(page->isCut, qPrintable(QString::number(page->text.size())));
        QCOMPARE(page->text.size(), MaxTextCharacters);
        QCOMPARE(page->places.size(), MaxTextCharacters);
        QVERIFY(page->text.contains(QStringLiteral("00000x")));
        QVERIFY(page->text.contains(QStringLiteral("01900x")));
        QVERIFY(!page->text.contains(QStringLiteral("02100x")));
    }
}

void TestPageText::placesWordsWhereTheyAreSeen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("in a sentence") << samples::pdfWithText() << QStringLiteral("brown");
    QTest::newRow("at its end") << samples::pdfWithText() << QStringLiteral("dog");
    for (const char* word : {"rate", "151", "kWh", "26,74"})
        QTest::addRow("in a table: %s", word) << samples::pdfWithTable() << QString::fromLatin1(word);
}

void TestPageText::placesWordsWhereTheyAreSeen()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    Reading page(text(bytes));
    test::Outcome<RenderedPage> picture(
        m_renderer.render(bytes, MimeType::Pdf, {.page = 0, .box = QSize(595 * 2, 842 * 2)}));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere() && picture.isThere(), test::Patience);
    QVERIFY(page.hasValue() && picture.hasValue());
    const double scale = picture->image.width() / page->pageSize.width();
    const int at = int(page->text.indexOf(word));
    QVERIFY(at >= 0);
    // Every letter of the word stands on ink, if not quite on its own.
    for (int i = at; i < at + word.size(); ++i) {
        const QRectF place = page->places.at(i);
        const QRect seen = QRectF(place.topLeft() * scale, place.size() * scale).toAlignedRect();
        int dark = 0;
        for (int y = seen.top(); y <= seen.bottom(); ++y) {
            for (int x = seen.left(); x <= seen.right(); ++x)
                dark += qGray(picture->image.pixel(x, y)) < 215 ? 1 : 0;
        }
        QVERIFY2(dark > 0, qPrintable(word.mid(i - at)));
    }
    // No gap between columns is taken for a part of the word.
    const QRectF first = page->places.at(at);
    const QRectF last = page->places.at(at + word.size() - 1);
    QVERIFY(last.right() - first.left() < word.size() * first.height() * 1.2);
}

void TestPageText::hasNoTextForAPictureOfText()
{
    Reading page(text(samples::pdf(2), 1));
    QTRY_VERIFY_WITH_TIMEOUT(page.isThere(), test::Patience);
    QVERIFY(page.hasValue());
    QVERIFY(page->text.isEmpty());
    QCOMPARE(page->pageCount, 2);
}

void TestPageText::saysWhenThereIsNoSuchPage()
{
    Reading beyond(text(samples::pdf(2), 2));
    Reading image(text(samples::png(samples::quarters({8, 8}))));
    QTRY_VERIFY_WITH_TIMEOUT(beyond.isThere() && image.isThere(), test::Patience);
    QCOMPARE(beyond.error().documentFault, DocumentFault::Unreadable);
    QCOMPARE(image.error().documentFault, DocumentFault::UnsupportedKind);
}

void TestPageText::survivesHostileDocuments()
{
    std::vector<std::unique_ptr<Reading>> readings;
    const QByteArray bytes = samples::pdfWithText();
    std::mt19937 random(7); // the same faults every time
    constexpr int Variants = 12;
    for (int i = 0; i < Variants; ++i) {
        readings.push_back(std::make_unique<Reading>(text(bytes.left(bytes.size() * i / Variants))));
        QByteArray flipped = bytes;
        for (int flip = 0; flip < 1 << (i % 6); ++flip) {
            const auto place = static_cast<qsizetype>(random() % static_cast<quint32>(bytes.size()));
            flipped[place] = static_cast<char>(flipped[place] ^ (1 << (random() % 8)));
        }
        readings.push_back(std::make_unique<Reading>(text(flipped)));
    }
    // A page tree that contains itself.
    readings.push_back(std::make_unique<Reading>(text(
        samples::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"}))));
    for (const auto& reading : readings) {
        QTRY_VERIFY_WITH_TIMEOUT(reading->isThere(), test::Patience);
        QVERIFY(reading->hasValue() || reading->error().kind == ErrorKind::BrokenDocument);
    }
    Reading honestOne(text(bytes));
    QTRY_VERIFY_WITH_TIMEOUT(honestOne.isThere(), test::Patience);
    QVERIFY(honestOne.hasValue());
}

void TestPageText::deletingTheCallKills()
{
    CallPtr<PageText> call = text(samples::pdfWithText());
    const auto atWork = [this] {
        return m_renderer.findChildren<WorkerProcess*>(QString(), Qt::FindDirectChildrenOnly).size();
    };
    QTRY_COMPARE(atWork(), 1);
    call.reset();
    QTRY_COMPARE_WITH_TIMEOUT(atWork(), 0, test::Patience);
    // One that has not begun never does.
    call = text(samples::pdfWithText());
    call.reset();
    Reading next(text(samples::pdfWithText()));
    QTRY_VERIFY_WITH_TIMEOUT(next.isThere(), test::Patience);
    QVERIFY(next.hasValue());
}

void TestPageText::endsWithTheSession()
{
    Reading waiting(text(samples::pdfWithText()));
    m_renderer.endAll();
    QVERIFY(!waiting.isThere());
    QTRY_VERIFY(waiting.isThere());
    QCOMPARE(waiting.error().kind, ErrorKind::SessionEnded);
    QCOMPARE(waiting.completions(), 1);
}

QTEST_MAIN(TestPageText)
#include "tst_pagetext.moc"
