#include "documents/worker/workerrequest.h"
#include "documents/worker/zonereader.h"
#include "documents/workerprotocol.h"
#include "documents/zoneanswer.h"
#include "writablemapping.h"

#include <QTest>

#include <cstring>

using namespace finhub;
using namespace finhub::documents;

namespace {
const QByteArray First = QByteArray("P<LTUVAITKUTE<<RASA").leftJustified(44, '<');
const QByteArray Second = "L898902C36LTU9005157F3004159ZE184226B<<<<<10";

WorkerTask taskOf(int quarters = 0)
{
    WorkerTask task{{}, MimeType::Jpeg, {.page = 0, .box = {1500, 1000}, .region = {0, 800, 1500, 200}}};
    task.zone = quarters;
    return task;
}

WorkerAnswer headOf(const QByteArray& text)
{
    WorkerAnswer answer{};
    answer.magic = AnswerMagic;
    answer.version = AnswerVersion;
    answer.width = static_cast<quint32>(text.size());
    answer.height = 1;
    answer.stride = answer.width;
    answer.format = static_cast<quint32>(PixelFormat::Zone);
    answer.pageCount = 1;
    answer.pageWidth = 1500;
    answer.pageHeight = 1000;
    return answer;
}

Result<ZoneText> read(const WorkerAnswer& head, const QByteArray& text, int exitCode = 0)
{
    const WorkerTask task = taskOf();
    std::optional<SealedMemory> memory = SealedMemory::ofSize(task.answerSize());
    {
        const WritableMapping writer(memory->fd(), task.answerSize());
        std::memcpy(writer.data(), &head, sizeof head);
        std::memcpy(writer.data() + PixelOffset, text.constData(),
                    static_cast<std::size_t>(std::min<qsizetype>(text.size(), MaxZoneBytes)));
    }
    return readZoneAnswer(std::move(*memory), exitCode, task);
}
} // namespace

/// The lines of a zone on their way from the reader to the console.
class TestZoneText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orders()
    {
        const WorkerTask task = taskOf(3);
        QCOMPARE(task.answerSize(), PixelOffset + MaxZoneBytes);
        QCOMPARE(task.order().kind, static_cast<quint32>(WorkerJobKind::JpegZone));
        const auto request = WorkerRequest::fromOrder(task.order());
        QVERIFY(request);
        QCOMPARE(request->zone, 3);
        QCOMPARE(request->kind, MimeType::Jpeg);
        QCOMPARE(request->region, QRect(0, 800, 1500, 200));
        WorkerOrder wrong = task.order();
        wrong.quarters = 4;
        QVERIFY(!WorkerRequest::fromOrder(wrong));
        wrong = task.order();
        wrong.regionWidth = 0;
        QVERIFY(!WorkerRequest::fromOrder(wrong));
    }

    void honestLines()
    {
        const QByteArray two = First + '\n' + Second + '\n';
        const Result<ZoneText> zone = read(headOf(two), two);
        QVERIFY(zone);
        QCOMPARE(zone->lines, QStringList({QString::fromLatin1(First), QString::fromLatin1(Second)}));
        QVERIFY(read(headOf({}), {})->lines.isEmpty());
    }

    void lies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("four lines") << QByteArray("A\nB\nC\nD\n");
        QTest::newRow("45 characters") << First + "<\n";
        QTest::newRow("no end") << First;
        QTest::newRow("empty line") << First + "\n\n";
        QTest::newRow("small letters") << QByteArray("p<ltu\n");
        QTest::newRow("space") << QByteArray("P LTU\n");
        QTest::newRow("mark-up") << QByteArray("<B>P</B>\n");
        QTest::newRow("NUL") << QByteArray("P\0LTU\n", 6);
        QTest::newRow("other alphabet") << QByteArray("\xD0\x90\xD0\x92\n");
        QTest::newRow("longer than the room") << QByteArray(300, 'A');
    }

    void lies()
    {
        QFETCH(QByteArray, text);
        const Result<ZoneText> zone = read(headOf(text), text);
        QVERIFY(!zone);
        QCOMPARE(zone.error().documentFault, DocumentFault::WorkerFailed);
    }

    void liesInTheHead()
    {
        const QByteArray line = Second + '\n';
        const auto refused = [&](auto change) {
            WorkerAnswer head = headOf(line);
            change(head);
            return !read(head, line);
        };
        QVERIFY(!refused([](WorkerAnswer&) {}));
        QVERIFY(refused([](WorkerAnswer& a) { a.format = static_cast<quint32>(PixelFormat::Rgb32); }));
        QVERIFY(refused([](WorkerAnswer& a) { a.height = 2; }));
        QVERIFY(refused([](WorkerAnswer& a) { a.stride = 1; }));
        QVERIFY(refused([](WorkerAnswer& a) { a.width = 0xFFFFFFFF; }));
        QVERIFY(refused([](WorkerAnswer& a) { a.pageCount = 2; }));
        QVERIFY(refused([](WorkerAnswer& a) { a.magic = 0; }));
    }

    void nothingToReadWith()
    {
        for (const int exitCode : {static_cast<int>(WorkerExit::NoReader), 127})
            QCOMPARE(read(headOf({}), {}, exitCode).error().kind, ErrorKind::NotOffered);
        QCOMPARE(read(headOf({}), {}, static_cast<int>(WorkerExit::Unreadable)).error().kind,
                 ErrorKind::BrokenDocument);
    }

    void keepsWhatCanBeLines()
    {
        const QByteArray both = First + '\n' + Second + '\n';
        QCOMPARE(zoneLines(both), both);
        QCOMPARE(zoneLines("Signature of bearer\n\n" + First + "\n \n" + Second + "\n|\n"), both);
        QCOMPARE(zoneLines(" P<LTU VAITKUTE<<RASA" + First.mid(19) + '\n'), First + '\n');
        QCOMPARE(zoneLines(First + "<<<\n"), First + '\n');
        // The zone is the lowest of what is printed.
        const QByteArray above(30, 'X');
        QCOMPARE(zoneLines(above + '\n' + above + '\n' + both), above + '\n' + both);
        QVERIFY(zoneLines("nothing\nof the kind").isEmpty());
        QVERIFY(isRegularZone(both));
        const QByteArray third = QByteArray(30, '<') + '\n';
        QVERIFY(isRegularZone(third + third + third));
        QVERIFY(!isRegularZone(third + third));
        QVERIFY(!isRegularZone(First + '\n'));
        QVERIFY(!isRegularZone(First.chopped(1) + '\n' + Second + '\n'));
        QVERIFY(!isRegularZone({}));
    }
};

QTEST_APPLESS_MAIN(TestZoneText)
#include "tst_zonetext.moc"
