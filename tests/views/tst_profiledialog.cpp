#include "views/profiledialog.h"
#include "views/servertrustform.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace finhub;
using namespace finhub::views;

namespace {
QByteArray authority()
{
    QFile file(QStringLiteral(FINHUB_TEST_DATA "/tls/authority.pem"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no authority");
    return file.readAll();
}

api::ConnectionProfile sampleProfile()
{
    api::ConnectionProfile profile;
    profile.name = QStringLiteral("Tenant");
    profile.baseUrl = QUrl(QStringLiteral("https://api.finhub.cloud"));
    profile.tenantId = TenantId(QStringLiteral("t-1"));
    profile.organizationId = OrganizationId(QStringLiteral("o-1"));
    profile.userId = UserId(QStringLiteral("u-1"));
    profile.username = QStringLiteral("officer@example.com");
    return profile;
}
} // namespace

/// A connection as somebody enters it: whom it trusts, and what is wrong with it.
class TestProfileDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<ProfileDialog>(sampleProfile(), false);
        m_saved = std::make_unique<QSignalSpy>(m_dialog.get(), &ProfileDialog::saved);
        m_dialog->show();
    }
    void cleanup()
    {
        m_saved.reset();
        m_dialog.reset();
    }

    void savesWhatItGot()
    {
        click("saveButton");
        QCOMPARE(saved(), sampleProfile());
    }

    void keepsTrust()
    {
        api::ConnectionProfile profile = sampleProfile();
        profile.trust = {authority(), {QByteArray(32, 'a'), QByteArray(32, 'b')}};
        m_saved.reset();
        m_dialog = std::make_unique<ProfileDialog>(profile, false);
        m_saved = std::make_unique<QSignalSpy>(m_dialog.get(), &ProfileDialog::saved);
        m_dialog->show();
        QCOMPARE(find<QLabel>("authorityText")->text(),
                 QStringLiteral("FinHub Console Test Authority, valid until 1 Jan 2120"));
        QVERIFY(find<QPushButton>("removeAuthorityButton")->isVisible());
        click("saveButton");
        QCOMPARE(saved(), profile);
    }

    void forgetsTrust()
    {
        form()->setTrust({authority(), {QByteArray(32, 'a')}});
        click("removeAuthorityButton");
        QVERIFY(!find<QPushButton>("removeAuthorityButton")->isVisible());
        find<QPlainTextEdit>("pinsEdit")->clear();
        click("saveButton");
        QCOMPARE(saved(), sampleProfile());
    }

    void takesPinsInAnyForm()
    {
        const QByteArray pin(32, 'x');
        find<QPlainTextEdit>("pinsEdit")
            ->setPlainText(QStringLiteral("\n  ") + api::pinText(pin) + QStringLiteral("  \n\n") +
                           QString::fromLatin1(pin.toHex(':')) + QStringLiteral("\n"));
        click("saveButton");
        QCOMPARE(saved().trust.pins, (QList<QByteArray>{pin, pin}));
    }

    void refusesTrust_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("pins");
        QTest::addColumn<QString>("message");
        const QString pin = api::pinText(QByteArray(32, 'x'));
        QTest::newRow("no pin") << QStringLiteral("https://a.example") << QStringLiteral("letmein")
                                << QStringLiteral("A pin must be the SHA-256 of a public key");
        QTest::newRow("one of two") << QStringLiteral("https://a.example") << pin + QStringLiteral("\nx")
                                    << QStringLiteral("A pin must be the SHA-256 of a public key");
        QTest::newRow("too many") << QStringLiteral("https://a.example")
                                  << (pin + QLatin1Char('\n')).repeated(17)
                                  << QStringLiteral("There are too many pins; at most 16 are kept.");
        QTest::newRow("plain http") << QStringLiteral("http://127.0.0.1:4711") << pin
                                    << QStringLiteral("needs an address with https://");
    }
    void refusesTrust()
    {
        QFETCH(QString, address);
        QFETCH(QString, pins);
        QFETCH(QString, message);
        find<QLineEdit>("addressEdit")->setText(address);
        find<QPlainTextEdit>("pinsEdit")->setPlainText(pins);
        click("saveButton");
        QCOMPARE(m_saved->count(), 0);
        QVERIFY(m_dialog->isVisible());
        const QString said = find<QLabel>("profileMessage")->text();
        QVERIFY2(said.contains(message), qPrintable(said));
        QCOMPARE(find<QPlainTextEdit>("pinsEdit")->toPlainText(), pins);
    }

    void readsAnAuthority()
    {
        form()->readAuthorities(QStringLiteral(FINHUB_TEST_DATA "/tls/authority.pem"));
        QVERIFY(!find<QLabel>("authorityProblem")->isVisible());
        click("saveButton");
        QCOMPARE(saved().trust.authorities, authority());
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        QTest::newRow("something else") << QByteArray("hello") << QStringLiteral("holds something else");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("holds something else");
        QTest::newRow("markup") << QByteArray("<img src=x>") << QStringLiteral("holds something else");
        QTest::newRow("too large") << QByteArray(api::MaxAuthorityBytes + 1, 'x')
                                   << QStringLiteral("too large");
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, message);
        form()->setTrust({authority(), {}});
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        form()->readAuthorities(file.fileName());
        const QString said = find<QLabel>("authorityProblem")->text();
        QVERIFY2(said.contains(message), qPrintable(said));
        QVERIFY(find<QLabel>("authorityProblem")->isVisible());
        // What was there stays.
        QCOMPARE(form()->trust().authorities, authority());
    }

    /// Reading one would wait for somebody to write into it.
    void readsNoPipe()
    {
        const QTemporaryDir folder;
        const QString pipe = folder.filePath(QStringLiteral("ca.pem"));
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        form()->readAuthorities(pipe);
        QCOMPARE(find<QLabel>("authorityProblem")->text(), QStringLiteral("The file cannot be read."));
    }

private:
    template <typename T>
    T* find(const char* name)
    {
        return m_dialog->findChild<T*>(QLatin1String(name));
    }
    ServerTrustForm* form() { return m_dialog->findChild<ServerTrustForm*>(); }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    api::ConnectionProfile saved() const
    {
        return m_saved->isEmpty() ? api::ConnectionProfile()
                                  : m_saved->last().first().value<api::ConnectionProfile>();
    }

    std::unique_ptr<ProfileDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_saved;
};

QTEST_MAIN(TestProfileDialog)
#include "tst_profiledialog.moc"
