#include "support/fakefinhub.h"
#include "views/actions/actionregistry.h"
#include "views/palette/commandpalette.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
DirectoryEntry entry(const QString& id, const QString& first, const QString& last)
{
    DirectoryEntry made;
    made.id = CustomerId(id);
    made.firstName = first;
    made.lastName = last;
    made.email = first.toLower() + QStringLiteral("@example.com");
    return made;
}

DirectoryPage page(const QList<DirectoryEntry>& entries, qint64 total)
{
    DirectoryPage made;
    made.rows.items = entries;
    made.rows.total = total;
    return made;
}

SessionInfo session(Role role)
{
    SessionInfo info;
    info.userId = UserId(QStringLiteral("officer"));
    info.roles = {role};
    return info;
}
} // namespace

class TestCommandPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatIsPossibleBeforeAnythingIsTyped();
    void findsActionsByTheirWords();
    void saysWhereAnActionIsPossible();
    void asksForCustomersOnceTypingPauses();
    void takesBackFormerSearches();
    void opensTheCustomer();
    void showsNamesAsText();
    void masksForViewers();
    void saysWhenThereAreMore();
    void saysWhyThereAreNoCustomers();
    void saysThatNothingFits();
    void findsSettings();
    void isWorkedWithTheKeyboard();
    void goesWithTheSession();

private:
    void type(const QString& text) { m_palette->findChild<QLineEdit*>()->setText(text); }
    QListView* list() { return m_palette->findChild<QListView*>(); }
    QString message() { return m_palette->findChild<QLabel*>(QStringLiteral("paletteMessage"))->text(); }
    QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all << list()->model()->index(row, 0).data().toString();
        return all;
    }
    void press(Qt::Key key) { QTest::keyClick(m_palette->findChild<QLineEdit*>(), key); }

    FakeFinHub m_finhub;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<CommandPalette> m_palette;
};

void TestCommandPalette::init()
{
    m_finhub.openSession(session(Role::ComplianceOfficer));
    m_window = std::make_unique<QWidget>();
    for (const char* id : {"searchAction", "newCustomerAction", "settingsAction"})
        ActionRegistry::instance().make(QLatin1String(id), m_window.get());
    auto* hidden = new QWidget(m_window.get());
    ActionRegistry::instance().make(QStringLiteral("approveAction"), hidden);
    m_window->show();
    hidden->hide();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_palette = std::make_unique<CommandPalette>(m_finhub);
}

void TestCommandPalette::cleanup()
{
    m_palette.reset();
    m_window.reset();
    m_finhub.directoryPages.answer = {};
}

void TestCommandPalette::showsWhatIsPossibleBeforeAnythingIsTyped()
{
    QCOMPARE(titles(), (QStringList{QStringLiteral("Settings…"), QStringLiteral("Search the list"),
                                    QStringLiteral("New customer")}));
    QCOMPARE(message(), QStringLiteral("Found: 3 actions."));
    QCOMPARE(m_finhub.directoryPages.open(), 0);
}

void TestCommandPalette::findsActionsByTheirWords()
{
    type(QStringLiteral("cust new"));
    QCOMPARE(titles(), QStringList{QStringLiteral("New customer")});
    QCOMPARE(list()->model()->index(0, 0).data(PaletteModel::KeyRole).toString(), QStringLiteral("Ctrl+N"));
    QSignalSpy chosen(m_palette.get(), &CommandPalette::actionChosen);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("newCustomerAction"));
}

void TestCommandPalette::saysWhereAnActionIsPossible()
{
    type(QStringLiteral("approve"));
    QCOMPARE(titles().first(), QStringLiteral("Approve"));
    QSignalSpy chosen(m_palette.get(), &CommandPalette::actionChosen);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
    QVERIFY2(message().contains(QStringLiteral("only in an open case")), qPrintable(message()));
}

void TestCommandPalette::asksForCustomersOnceTypingPauses()
{
    const int before = m_finhub.directoryPages.count();
    type(QStringLiteral("r"));
    QVERIFY2(!message().contains(QStringLiteral("Looking")), qPrintable(message()));
    for (const char* text : {"ra", "ras", "rasa"})
        type(QLatin1String(text));
    QCOMPARE(m_finhub.directoryPages.count(), before);
    QVERIFY2(message().contains(QStringLiteral("Looking for customers…")), qPrintable(message()));
    QTRY_COMPARE(m_finhub.directoryPages.count(), before + 1);
    QCOMPARE(m_finhub.directoryPages.lastArguments().query.search, QStringLiteral("rasa"));
    QVERIFY(m_finhub.directoryPages.lastArguments().query.stages.isEmpty());
    m_finhub.directoryPages.finishLast(
        page({entry(QStringLiteral("c1"), QStringLiteral("Rasa"), QStringLiteral("V"))}, 1));
    QCOMPARE(titles().last(), QStringLiteral("Rasa V"));
    QCOMPARE(message(), QStringLiteral("Found: 1 customer."));
}

void TestCommandPalette::takesBackFormerSearches()
{
    const int before = m_finhub.directoryPages.count();
    type(QStringLiteral("first"));
    QTRY_COMPARE(m_finhub.directoryPages.count(), before + 1);
    type(QStringLiteral("second"));
    QVERIFY(m_finhub.directoryPages.isAborted(before));
    QTRY_COMPARE(m_finhub.directoryPages.count(), before + 2);
    m_palette.reset();
    QVERIFY(m_finhub.directoryPages.isAborted(before + 1));
}

void TestCommandPalette::opensTheCustomer()
{
    type(QStringLiteral("ra@example.com"));
    m_finhub.directoryPages.answer = [](const DirectoryArguments&) {
        return page({entry(QStringLiteral("c1"), QStringLiteral("Rasa"), QStringLiteral("V")),
                     entry(QStringLiteral("c2"), QStringLiteral("Rami"), QStringLiteral("W"))},
                    2);
    };
    QTRY_COMPARE(titles().size(), 2);
    QSignalSpy chosen(m_palette.get(), &CommandPalette::customerChosen);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<DirectoryEntry>().id, CustomerId(QStringLiteral("c2")));
}

void TestCommandPalette::showsNamesAsText()
{
    m_finhub.directoryPages.answer = [](const DirectoryArguments&) {
        return page(
            {entry(QStringLiteral("c1"), QStringLiteral("<b>APPROVED</b>"), QStringLiteral("\u202Eabc\n"))},
            1);
    };
    type(QStringLiteral("approved"));
    QTRY_VERIFY(titles().contains(QStringLiteral("<b>APPROVED</b> ⟨U+202E⟩abc")));
    QCOMPARE(m_palette->findChild<QLabel*>(QStringLiteral("paletteMessage"))->textFormat(), Qt::PlainText);
}

void TestCommandPalette::masksForViewers()
{
    m_finhub.openSession(session(Role::Viewer));
    m_finhub.directoryPages.answer = [](const DirectoryArguments&) {
        return page({entry(QStringLiteral("c1"), QStringLiteral("Rasa"), QStringLiteral("V"))}, 1);
    };
    type(QStringLiteral("rasa"));
    QTRY_COMPARE(titles(), QStringList{QStringLiteral("Rasa V")});
    const QString detail = list()->model()->index(0, 0).data(PaletteModel::DetailRole).toString();
    QVERIFY2(!detail.contains(QStringLiteral("rasa@")), qPrintable(detail));
    QVERIFY2(detail.contains(QStringLiteral("r•••@")), qPrintable(detail));
}

void TestCommandPalette::saysWhenThereAreMore()
{
    m_finhub.directoryPages.answer = [](const DirectoryArguments& asked) {
        QList<DirectoryEntry> entries;
        for (int i = 0; i < asked.size; ++i)
            entries << entry(QStringLiteral("c%1").arg(i), QStringLiteral("Rasa"), QString::number(i));
        return page(entries, 100);
    };
    type(QStringLiteral("rasa"));
    QTRY_COMPARE(titles().size(), 8);
    QCOMPARE(message(),
             QStringLiteral("Found: the first 8 customers. Type more of the name to find others."));
}

void TestCommandPalette::saysWhyThereAreNoCustomers()
{
    m_finhub.directoryPages.answer = [](const DirectoryArguments&) -> Result<DirectoryPage> {
        Error error;
        error.kind = ErrorKind::Unreachable;
        return failure(error);
    };
    type(QStringLiteral("new customer"));
    QTRY_VERIFY(!message().contains(QStringLiteral("Looking")));
    QVERIFY2(message().startsWith(QStringLiteral("Found: 1 action.")), qPrintable(message()));
    QVERIFY2(message().size() > QStringLiteral("Found: 1 action.").size() + 10, qPrintable(message()));
    QCOMPARE(titles(), QStringList{QStringLiteral("New customer")});
}

void TestCommandPalette::saysThatNothingFits()
{
    m_finhub.directoryPages.answer = [](const DirectoryArguments&) { return page({}, 0); };
    type(QStringLiteral("zzzz"));
    QTRY_COMPARE(message(), QStringLiteral("No action, customer or setting fits these words."));
    press(Qt::Key_Return);
    type(QStringLiteral("ž"));
    QVERIFY(message().contains(QStringLiteral("from two letters on")));
}

void TestCommandPalette::findsSettings()
{
    type(QStringLiteral("holidays"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Holidays")});
    QSignalSpy chosen(m_palette.get(), &CommandPalette::settingChosen);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("holidays"));
}

void TestCommandPalette::isWorkedWithTheKeyboard()
{
    QCOMPARE(list()->currentIndex().row(), 0);
    press(Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1);
    press(Qt::Key_PageDown);
    QCOMPARE(list()->currentIndex().row(), 2);
    press(Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 2);
    press(Qt::Key_PageUp);
    QCOMPARE(list()->currentIndex().row(), 0);
    QSignalSpy rejected(m_palette.get(), &QDialog::rejected);
    m_palette->show();
    press(Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
}

void TestCommandPalette::goesWithTheSession()
{
    QSignalSpy rejected(m_palette.get(), &QDialog::rejected);
    m_palette->show();
    m_finhub.endSession(api::SessionEnd::Expired);
    QCOMPARE(rejected.count(), 1);
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
