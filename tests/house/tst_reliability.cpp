#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {
QString textOf(const QString& path)
{
    QFile file(QStringLiteral(FINHUB_SOURCE_DIR "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

/// The rows of the table of faults, cell by cell.
QList<QStringList> rowsOf(const QString& document)
{
    QList<QStringList> rows;
    const QStringList lines = document.split(u'\n');
    for (const QString& line : lines) {
        if (!line.startsWith(u'|'))
            continue;
        QStringList cells = line.mid(1, line.size() - 2).split(u'|');
        for (QString& cell : cells)
            cell = cell.trimmed();
        rows << cells;
    }
    return rows.mid(2); // the head and its line
}

/// What is wrong with a test's name, `tests/room/tst_x` or `tests/room/tst_x::function`; empty for nothing.
QString whatIsWrongWith(const QString& test)
{
    const QString path = test.section(QStringLiteral("::"), 0, 0);
    const QString function = test.section(QStringLiteral("::"), 1);
    const QString source = textOf(path + QStringLiteral(".cpp"));
    if (source.isEmpty())
        return QStringLiteral("no such test");
    const QString made = textOf(path.section(u'/', 0, -2) + QStringLiteral("/CMakeLists.txt"));
    if (!made.contains(path.section(u'/', -1)))
        return QStringLiteral("not built");
    const QRegularExpression slot(QStringLiteral("\\bvoid %1\\(\\)").arg(function));
    if (!function.isEmpty() && !slot.match(source).hasMatch())
        return QStringLiteral("no such function");
    return {};
}

/// The faults that the document has to have a row for.
const QStringList& faults()
{
    static const QStringList all =
        QStringLiteral("name not found,refused,unreachable,reset before the headers,reset in the "
                       "headers,reset after the headers,TLS handshake failure,expired "
                       "certificate,wrong-host certificate,slow to connect,slow body,silence in "
                       "the middle,truncated,too long,wrong length,chunked nonsense,gzip "
                       "bomb,HTML,empty,BOM,wrong type,duplicate members,deep nesting,invalid "
                       "UTF-8,huge numbers,unknown enum values,each documented error status,429 "
                       "with `Retry-After`,429 without `Retry-After`,clock a day late,clock a day "
                       "early,token revoked,tenant mismatch,server restarted,server with other "
                       "extensions,disk full,settings unwritable,journal unwritable")
            .split(u',');
    return all;
}
} // namespace

/// docs/reliability.md promises tests; here it is held to that.
class TestReliability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasARowForEveryFault()
    {
        const QList<QStringList> rows = rowsOf(textOf(QStringLiteral("docs/reliability.md")));
        QStringList named;
        for (const QStringList& row : rows)
            named << row.first();
        for (const QString& fault : faults())
            QVERIFY2(named.contains(fault), qPrintable(fault));
        QCOMPARE(named.removeDuplicates(), 0);
    }

    void namesTestsThatExist()
    {
        const QList<QStringList> rows = rowsOf(textOf(QStringLiteral("docs/reliability.md")));
        static const QRegularExpression quoted(QStringLiteral("`(tests/[^`]+)`"));
        for (const QStringList& row : rows) {
            QVERIFY2(row.size() == 5, qPrintable(row.join(u'|')));
            int tests = 0;
            for (QRegularExpressionMatchIterator it = quoted.globalMatch(row.last()); it.hasNext(); ++tests) {
                const QString test = it.next().captured(1);
                const QString wrong = whatIsWrongWith(test);
                QVERIFY2(wrong.isEmpty(), qPrintable(test + QStringLiteral(": ") + wrong));
            }
            QVERIFY2(tests > 0, qPrintable(row.first()));
        }
    }

    void findsWhatIsWrong()
    {
        QVERIFY(whatIsWrongWith(QStringLiteral("tests/house/tst_reliability::findsWhatIsWrong")).isEmpty());
        QVERIFY(whatIsWrongWith(QStringLiteral("tests/house/tst_reliability")).isEmpty());
        QCOMPARE(whatIsWrongWith(QStringLiteral("tests/house/tst_reliability::findsNothing")),
                 QStringLiteral("no such function"));
        QCOMPARE(whatIsWrongWith(QStringLiteral("tests/house/tst_nothing")), QStringLiteral("no such test"));
    }
};

QTEST_APPLESS_MAIN(TestReliability)
#include "tst_reliability.moc"
