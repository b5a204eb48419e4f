#include "core/secret.h"

#include <QFile>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <type_traits>

using namespace finhub;

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);

/// Secrets: where their bytes are, and where they no longer are.
class TestSecret : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsItsBytes();
    void movesAndLeavesNothingBehind();
    void clonesAreSeparate();
    void takeWipesTheBytes();
    void takeWipesTheText();
    void takeReachesOtherOwners();
    void literalsAreLeftAlone();
    void printsAsStars();
    void isFencedByGuardPages();
    void staysOutOfCoreDumps();
};

namespace {
QByteArray password()
{
    return QByteArrayLiteral("Sandbox-Officer-1");
}

Secret passwordSecret()
{
    return Secret{QByteArrayView(password())};
}

bool isAll(const char* data, qsizetype size, char value)
{
    return std::all_of(data, data + size, [value](char c) { return c == value; });
}

/// Runs the function in a child process and returns the signal that ended it, 0 when it came through.
int signalOf(const std::function<void()>& function)
{
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGSEGV, SIG_DFL);
        function();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/// The VmFlags line of the mapping that holds the address.
QByteArrayList memoryFlagsOf(const void* address)
{
    QFile maps(QStringLiteral("/proc/self/smaps"));
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    const auto wanted = reinterpret_cast<quintptr>(address);
    bool inside = false;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const qsizetype dash = line.indexOf('-');
        bool isRange = false;
        const quintptr from = line.left(dash).toULongLong(&isRange, 16);
        if (dash > 0 && isRange) {
            const quintptr to = line.mid(dash + 1, line.indexOf(' ') - dash - 1).toULongLong(nullptr, 16);
            inside = from <= wanted && wanted < to;
        } else if (inside && line.startsWith("VmFlags:")) {
            return line.mid(8).simplified().split(' ');
        }
    }
    return {};
}
} // namespace

void TestSecret::holdsItsBytes()
{
    const QByteArray bytes = password();
    const Secret secret{QByteArrayView(bytes)};
    QVERIFY(!secret.isEmpty());
    QCOMPARE(secret.size(), bytes.size());
    QCOMPARE(secret.view().toByteArray(), bytes);
    QVERIFY(secret.view().data() != bytes.constData());

    // Zero bytes inside are bytes like others.
    const QByteArray binary("\0a\0b\0", 5);
    QCOMPARE(Secret{QByteArrayView(binary)}.view().toByteArray(), binary);

    const Secret empty;
    QVERIFY(empty.isEmpty());
    QCOMPARE(empty.size(), 0);
    QVERIFY(Secret{QByteArrayView()}.isEmpty());
}

void TestSecret::movesAndLeavesNothingBehind()
{
    Secret first = passwordSecret();
    const void* const place = first.view().data();
    Secret second(std::move(first));
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): a moved-from Secret is empty, by contract
    QCOMPARE(static_cast<const void*>(second.view().data()), place);

    Secret third{QByteArrayView("another")};
    third = std::move(second);
    QVERIFY(second.isEmpty()); // NOLINT(bugprone-use-after-move)
    QCOMPARE(third.view().toByteArray(), password());

    Secret& itself = third;
    third = std::move(itself);
    QCOMPARE(third.view().toByteArray(), password());

    third.clear();
    QVERIFY(third.isEmpty());
    QCOMPARE(third.size(), 0);
    third.clear();
    QVERIFY(third.isEmpty());
}

void TestSecret::clonesAreSeparate()
{
    Secret original = passwordSecret();
    const Secret copy = original.clone();
    QVERIFY(copy.view().data() != original.view().data());
    original.clear();
    QCOMPARE(copy.view().toByteArray(), password());
}

void TestSecret::takeWipesTheBytes()
{
    QByteArray bytes(password().constData(), password().size());
    // A second owner keeps the buffer alive, so that what is left in it can be looked at.
    const QByteArray witness = bytes;
    const char* const place = witness.constData();
    QVERIFY(bytes.constData() == place);

    const Secret secret = Secret::take(bytes);
    QCOMPARE(secret.view().toByteArray(), password());
    QVERIFY(bytes.isEmpty());
    QVERIFY(witness.constData() == place);
    QVERIFY(isAll(place, witness.size(), '\0'));
}

void TestSecret::takeWipesTheText()
{
    QString text = QStringLiteral("Žodis-%1").arg(1);
    const QByteArray utf8 = text.toUtf8();
    const QString witness = text;
    const auto* const place = reinterpret_cast<const char*>(witness.constData());

    const Secret secret = Secret::take(text);
    QCOMPARE(secret.view().toByteArray(), utf8);
    QVERIFY(text.isEmpty());
    QVERIFY(isAll(place, witness.size() * static_cast<qsizetype>(sizeof(QChar)), '\0'));
}

void TestSecret::takeReachesOtherOwners()
{
    // A line edit's text() shares its buffer with the string handed out: both lose the password.
    QString text = QStringLiteral("secret %1").arg(7);
    const QString shared = text;
    wipe(text);
    QVERIFY(text.isEmpty());
    QCOMPARE(shared, QString(8, QChar(u'\0')));
}

void TestSecret::literalsAreLeftAlone()
{
    // Literals lie in read-only memory; overwriting them would end the program.
    QString text = QStringLiteral("literal");
    wipe(text);
    QVERIFY(text.isEmpty());
    QByteArray bytes = QByteArrayLiteral("literal");
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QString none;
    wipe(none);
    QVERIFY(none.isEmpty());
}

void TestSecret::printsAsStars()
{
    QString out;
    QDebug(&out) << passwordSecret();
    QCOMPARE(out.trimmed(), QStringLiteral("Secret(***)"));
    out.clear();
    QDebug(&out) << Secret();
    QCOMPARE(out.trimmed(), QStringLiteral("Secret()"));
}

void TestSecret::isFencedByGuardPages()
{
    const Secret secret = passwordSecret();
    const auto readAt = [&secret](qsizetype offset) {
        return signalOf([&] {
            const volatile char* byte = secret.view().data() + offset;
            (void)*byte;
        });
    };
    QCOMPARE(readAt(0), 0);
    QCOMPARE(readAt(secret.size() - 1), 0);
    QCOMPARE(readAt(secret.size()), SIGSEGV);
}

void TestSecret::staysOutOfCoreDumps()
{
    const QByteArrayList ordinary = memoryFlagsOf(this);
    if (ordinary.isEmpty())
        QSKIP("the system shows no flags of memory");
    QVERIFY(!ordinary.contains("dd"));
    const Secret secret = passwordSecret();
    QVERIFY(memoryFlagsOf(secret.view().data()).contains("dd"));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
