#include "review/customerimport.h"
#include "support/memorystore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestCustomerImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsTheCustomersOfAFile();
    void saysWhatItCouldNotRead_data();
    void saysWhatItCouldNotRead();
    void isSilentWhenDeleted();

private:
    QString write(const QByteArray& content) const;

    QTemporaryDir m_folder;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<KnownCustomers> m_known;
};

void TestCustomerImport::init()
{
    m_known.reset();
    m_store = std::make_unique<MemoryStore>();
    m_known = std::make_unique<KnownCustomers>(*m_store);
    m_known->begin({});
    QTRY_VERIFY(m_known->isLoaded());
}

QString TestCustomerImport::write(const QByteArray& content) const
{
    const QString name = m_folder.filePath(QStringLiteral("customers.csv"));
    QFile file(name);
    file.open(QIODevice::WriteOnly);
    file.write(content);
    return name;
}

void TestCustomerImport::addsTheCustomersOfAFile()
{
    m_known->add({KnownCustomer{
        .id = CustomerId(QStringLiteral("c-1")), .userId = {}, .verifications = {}, .addedAt = {}}});
    CustomerImport import(*m_known);
    const QSignalSpy finished(&import, &CustomerImport::finished);
    import.start(write("customerId,verificationId\nc-1,v-1\nc-2,v-2\nno id,v-3\nc-4,\n"));
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(import.end(), CustomerImport::End::Done);
    QCOMPARE(import.addition().added, 2);
    QCOMPARE(import.addition().known, 1);
    QCOMPARE(import.faults(), (QList{CsvLineFault{4, CsvFault::CustomerInvalid}}));
    QCOMPARE(m_known->all().size(), 3);
    QCOMPARE(m_known->find(CustomerId(QStringLiteral("c-1")))->verifications.size(), 1);
    // One change for the whole file.
    QCOMPARE(m_store->changes.count(), 2);
}

void TestCustomerImport::saysWhatItCouldNotRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<CustomerImport::End>("end");
    QTest::newRow("a file that is not there")
        << m_folder.filePath(QStringLiteral("nowhere.csv")) << CustomerImport::End::Unreadable;
    QTest::newRow("a folder") << m_folder.path() << CustomerImport::End::Unreadable;
    QTest::newRow("without end") << QStringLiteral("/dev/zero") << CustomerImport::End::Unreadable;
    QFile large(m_folder.filePath(QStringLiteral("large.csv")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(MaxCsvBytes + 1));
    QTest::newRow("too large") << large.fileName() << CustomerImport::End::TooLarge;
    QFile binary(m_folder.filePath(QStringLiteral("book.xlsx")));
    QVERIFY(binary.open(QIODevice::WriteOnly));
    binary.write(QByteArray("PK\x03\x04\0\0", 6));
    QTest::newRow("no text") << binary.fileName() << CustomerImport::End::NotText;
}

void TestCustomerImport::saysWhatItCouldNotRead()
{
    QFETCH(QString, file);
    QFETCH(CustomerImport::End, end);
    CustomerImport import(*m_known);
    const QSignalSpy finished(&import, &CustomerImport::finished);
    import.start(file);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(import.end(), end);
    QVERIFY(m_known->all().isEmpty());
}

void TestCustomerImport::isSilentWhenDeleted()
{
    QByteArray content;
    for (int i = 0; i < 50'000; ++i)
        content += "c-" + QByteArray::number(i) + '\n';
    auto import = std::make_unique<CustomerImport>(*m_known);
    import->start(write(content));
    import.reset();
    auto another = std::make_unique<CustomerImport>(*m_known);
    const QSignalSpy finished(another.get(), &CustomerImport::finished);
    another->start(write("c-1\n"));
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(m_known->all().size(), 1);
}

QTEST_GUILESS_MAIN(TestCustomerImport)
#include "tst_customerimport.moc"
