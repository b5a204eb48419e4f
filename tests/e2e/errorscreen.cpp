#include "e2e/errorscreen.h"

#include "sandbox/seed/seededid.h"

#include <QRegularExpression>
#include <QTest>

namespace finhub::test {

namespace {
/// What is on screen as text: labels and the texts of buttons.
QStringList shownTexts(const ConsoleFixture& console)
{
    QStringList texts;
    for (const QWidget* widget : console.window->findChildren<QWidget*>()) {
        const bool says = qobject_cast<const QLabel*>(widget) || qobject_cast<const QAbstractButton*>(widget);
        if (says && widget->isVisible())
            texts << widget->property("text").toString() << widget->toolTip();
    }
    return texts;
}

void expectNothingRaw(const ConsoleFixture& console)
{
    static const QRegularExpression raw(QStringLiteral(R"(\b[A-Z]+_[A-Z_]+\b|\{\s*"|"\s*:|<html)"));
    for (const QString& text : shownTexts(console)) {
        QVERIFY2(!raw.match(text).hasMatch(), qPrintable(text));
        for (const auto& [word, name] : WireNames<ErrorWord>::table)
            QVERIFY2(!text.contains(QLatin1String(name)), qPrintable(text));
    }
}
} // namespace

void expectSentence(const ConsoleFixture& console, const char* label, const QString& sentence)
{
    QTRY_VERIFY2_WITH_TIMEOUT(console.isShown(label) && console.text(label) == sentence,
                              qPrintable(console.text(label)), 20000);
    expectNothingRaw(console);
}

void expectAnswered(const ConsoleFixture& console, ErrorWord word)
{
    const auto& records = console.finhub->callLog().records();
    const bool answered = std::any_of(records.begin(), records.end(),
                                      [word](const auto& record) { return record.word == word; });
    QVERIFY2(answered, qPrintable(WireValue<ErrorWord>::nameOf(word)));
}

void expectNothingWritten(const ConsoleFixture& console)
{
    for (const api::CallRecord& record : console.finhub->callLog().records())
        QVERIFY2(record.method == "GET" || record.path.endsWith(QStringLiteral("/sessions")),
                 qPrintable(record.path));
}

QString seededCustomer(quint32 index)
{
    return sandbox::SeededId(1).idOf({sandbox::IdKind::Customer, index, 0});
}

sandbox::SandboxOptions sandboxWithout(const QList<Extension>& extensions)
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.extensions.removeIf([&extensions](Extension one) { return extensions.contains(one); });
    return options;
}

sandbox::SandboxOptions sandboxWithoutExtensions()
{
    return sandboxWithout(sandbox::implementedExtensions());
}

void readTheListUntilOffline(ConsoleFixture& console)
{
    for (int attempt = 0; attempt < 5 && !console.isShown("offlineBar"); ++attempt) {
        console.window->activateWindow();
        QTRY_VERIFY(console.window->isActiveWindow());
        QTest::keyClick(console.window.get(), Qt::Key_R, Qt::ControlModifier);
        static_cast<void>(QTest::qWaitFor([&console] { return console.isShown("offlineBar"); }, 2000));
    }
}

} // namespace finhub::test
