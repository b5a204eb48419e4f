#include "documents/sealedmemory.h"
#include "writablemapping.h"

#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <utility>

using namespace finhub::documents;

class TestSealedMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsBytesForGood();
    void sizeIsForGood();
    void freezes();
    void doesNotFreezeUnderAWriter();
    void mapsNoMoreThanThereIs();
    void closesWhenItGoes();
};

void TestSealedMemory::holdsBytesForGood()
{
    const QByteArray bytes(100000, 'x');
    const auto memory = SealedMemory::holding(bytes);
    QVERIFY(memory);
    QCOMPARE(memory->size(), bytes.size());
    const auto mapped = memory->map(memory->size());
    QVERIFY(mapped);
    QVERIFY(std::memcmp(mapped->data(), bytes.constData(), 100000) == 0);

    QVERIFY(write(memory->fd(), "y", 1) < 0);
    QVERIFY(ftruncate(memory->fd(), 0) < 0);
    QVERIFY(ftruncate(memory->fd(), 200000) < 0);
    QVERIFY(!WritableMapping(memory->fd(), memory->size()).isValid());
}

void TestSealedMemory::sizeIsForGood()
{
    const auto memory = SealedMemory::ofSize(5000);
    QVERIFY(memory);
    QVERIFY(ftruncate(memory->fd(), 0) < 0);
    QVERIFY(ftruncate(memory->fd(), 10000) < 0);
    QCOMPARE(pwrite(memory->fd(), "y", 1, 5000), ssize_t(-1));
    QCOMPARE(pwrite(memory->fd(), "y", 1, 4999), ssize_t(1));
}

void TestSealedMemory::freezes()
{
    auto memory = SealedMemory::ofSize(5000);
    QVERIFY(memory);
    {
        const WritableMapping writer(memory->fd(), memory->size());
        QVERIFY(writer.isValid());
        writer.data()[0] = 7;
    }
    QVERIFY(memory->freeze());
    QVERIFY(memory->freeze());
    QCOMPARE(pwrite(memory->fd(), "y", 1, 0), ssize_t(-1));
    const auto reader = memory->map(1);
    QVERIFY(reader);
    QCOMPARE(reader->data()[0], uchar(7));
}

void TestSealedMemory::doesNotFreezeUnderAWriter()
{
    auto memory = SealedMemory::ofSize(5000);
    QVERIFY(memory);
    const WritableMapping writer(memory->fd(), memory->size());
    QVERIFY(writer.isValid());
    QVERIFY(!memory->freeze());
}

void TestSealedMemory::mapsNoMoreThanThereIs()
{
    const auto memory = SealedMemory::ofSize(5000);
    QVERIFY(memory);
    QVERIFY(memory->map(5000));
    QVERIFY(!memory->map(5001));
    QVERIFY(!memory->map(0));
}

void TestSealedMemory::closesWhenItGoes()
{
    int fd = -1;
    {
        auto first = SealedMemory::ofSize(10);
        QVERIFY(first);
        fd = first->fd();
        QVERIFY(fd > STDERR_FILENO);
        QCOMPARE(fcntl(fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
        const SealedMemory second(std::move(*first));
        QCOMPARE(second.fd(), fd);
        QVERIFY(fcntl(fd, F_GETFD) >= 0);
    }
    QVERIFY(fcntl(fd, F_GETFD) < 0);
}

QTEST_APPLESS_MAIN(TestSealedMemory)
#include "tst_sealedmemory.moc"
