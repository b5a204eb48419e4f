#include "views/mrz/mrzinput.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace finhub::views;

/// Typing and pasting the lines of a machine-readable zone.
class TestMrzInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAsTheZoneIsWritten();
    void showsTheLength();
    void sharesOutWhatIsPasted_data();
    void sharesOutWhatIsPasted();
    void typedInOneField();
    void typedInTheMiddle();
    void escapeClosesIt();
    void forgets();

private:
    QLineEdit* edit(int line)
    {
        return m_input->findChild<QLineEdit*>(QStringLiteral("mrzLine%1Edit").arg(line));
    }
    QString length(int line)
    {
        return m_input->findChild<QLabel*>(QStringLiteral("mrzLine%1Length").arg(line))->text();
    }

    std::unique_ptr<MrzInput> m_input;
};

namespace {
const QString First = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
const QString Second = QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10");
} // namespace

void TestMrzInput::init()
{
    m_input = std::make_unique<MrzInput>();
    m_input->show();
    QVERIFY(QTest::qWaitForWindowActive(m_input.get()));
}

void TestMrzInput::writesAsTheZoneIsWritten()
{
    QTest::keyClicks(edit(1), First.toLower());
    QCOMPARE(edit(1)->text(), First);
    QTest::keyClicks(edit(2), QStringLiteral("l898902c3 6uto"));
    // A space stays where it was typed, and counts for nothing.
    QCOMPARE(m_input->lines().at(1), QStringLiteral("L898902C3 6UTO"));
    QCOMPARE(m_input->lines().size(), 2);
}

void TestMrzInput::showsTheLength()
{
    QCOMPARE(length(1), QString());
    QTest::keyClicks(edit(1), First.chopped(1));
    QCOMPARE(length(1), QStringLiteral("43 characters, 44 expected"));
    QTest::keyClicks(edit(1), QStringLiteral(" <"));
    QCOMPARE(length(1), QStringLiteral("44 characters"));
    QCOMPARE(length(2), QString());
}

void TestMrzInput::sharesOutWhatIsPasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("two lines") << First + u'\n' + Second;
    QTest::newRow("with an empty line and spaces")
        << QStringLiteral("  ") + First + QStringLiteral("\r\n\r\n ") + Second + u'\n';
    QTest::newRow("in one") << First + Second;
    QTest::newRow("in small letters") << (First + u'\n' + Second).toLower();
}

void TestMrzInput::sharesOutWhatIsPasted()
{
    QFETCH(QString, text);
    QSignalSpy changed(m_input.get(), &MrzInput::linesChanged);
    QGuiApplication::clipboard()->setText(text);
    edit(1)->paste();
    QCOMPARE(m_input->lines(), (QStringList{First, Second}));
    QCOMPARE(length(2), QStringLiteral("44 characters"));
    QCOMPARE(changed.count(), 1);
    QGuiApplication::clipboard()->clear();
}

// On the way to 88 characters there are 72, which could be the lines of an older card.
void TestMrzInput::typedInOneField()
{
    QTest::keyClicks(edit(1), First + Second);
    QCOMPARE(m_input->lines(), QStringList{First + Second});
    QCOMPARE(length(1), QStringLiteral("88 characters, 44 expected"));
}

void TestMrzInput::typedInTheMiddle()
{
    edit(1)->setText(QStringLiteral("ABCDEF"));
    edit(1)->setCursorPosition(3);
    QTest::keyClicks(edit(1), QStringLiteral("xy"));
    QCOMPARE(edit(1)->text(), QStringLiteral("ABCXYDEF"));
    QCOMPARE(edit(1)->cursorPosition(), 5);
}

void TestMrzInput::escapeClosesIt()
{
    QSignalSpy close(m_input.get(), &MrzInput::closeWanted);
    QTest::keyClick(edit(2), Qt::Key_Escape);
    QCOMPARE(close.count(), 1);
}

void TestMrzInput::forgets()
{
    QTest::keyClicks(edit(1), First);
    m_input->clear();
    QVERIFY(m_input->lines().isEmpty());
    edit(1)->undo();
    QVERIFY(m_input->lines().isEmpty());
    QCOMPARE(length(1), QString());
}

QTEST_MAIN(TestMrzInput)
#include "tst_mrzinput.moc"
