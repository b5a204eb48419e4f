#include "api/httpfinhub.h"
#include "app/console.h"
#include "app/mainwindow.h"
#include "core/secret.h"
#include "views/signinview.h"
#include "views/widgets/busybar.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <unistd.h>

#include <array>
#include <cstdio>
#include <functional>

using namespace finhub;

namespace {
/// The console as it is, worked by commands on its standard input, one a line; answers `done` when what was
/// asked for is on the screen. It keeps nothing of the commands, some of which are secrets.
///
///     signin PASSWORD   unlock PASSWORD   open CUSTOMER   close   lock   signout   covered
class Hands : public QObject {
public:
    Hands()
        : m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &Hands::read);
        connect(&m_look, &QTimer::timeout, this, &Hands::look);
        m_look.setInterval(10);
    }

private:
    template <typename T = QWidget>
    static T* find(const char* name)
    {
        for (QWidget* window : QApplication::topLevelWidgets()) {
            for (T* widget : window->findChildren<T*>(QLatin1String(name))) {
                if (widget->isVisible())
                    return widget;
            }
        }
        return nullptr;
    }

    void read()
    {
        const ssize_t got = ::read(STDIN_FILENO, m_line.data(), m_line.size());
        if (got <= 0) {
            QCoreApplication::quit();
            return;
        }
        const QByteArrayView line(m_line.data(), got - 1);
        const qsizetype space = std::find(line.begin(), line.end(), ' ') - line.begin();
        const QByteArray command(line.data(), space);
        const char* argument = m_line.data() + std::min<qsizetype>(space + 1, got - 1);
        m_line[static_cast<std::size_t>(got - 1)] = '\0';
        carryOut(command, argument);
        wipeMemory(m_line.data(), m_line.size());
        m_look.start();
    }

    static void typeInto(QLineEdit* edit, const char* text)
    {
        edit->setMaxLength(32767);
        edit->setFocus();
        edit->selectAll();
        for (const char* character = text; *character; ++character)
            QTest::keyClick(edit, *character);
    }

    void carryOut(const QByteArray& command, const char* argument)
    {
        if (command == "signin") {
            typeInto(find<QLineEdit>("passwordEdit"), argument);
            find<QPushButton>("signInButton")->click();
            // Whoever has been here before comes back to the case that they left.
            m_done = [] { return find("workspace") && (hasRows() || find("caseView")); };
        } else if (command == "unlock") {
            typeInto(find<QLineEdit>("unlockPasswordEdit"), argument);
            find<QPushButton>("unlockButton")->click();
            m_done = [] { return find("workspace") != nullptr; };
        } else if (command == "open") {
            m_id = QString::fromLatin1(argument);
            auto* search = find<QLineEdit>("searchEdit");
            search->setFocus();
            search->setText(m_id);
            QTest::keyClick(search, Qt::Key_Return);
            m_done = [this] {
                const QWidget* id = find("caseId");
                const auto* busy = find<views::BusyBar>("caseBusy");
                return id && id->property("text").toString() == m_id && (!busy || !busy->isBusy()) &&
                       find("caseName") && !find("caseName")->property("text").toString().isEmpty();
            };
        } else if (command == "close") {
            find<QPushButton>("backButton")->click();
            find<QLineEdit>("searchEdit")->setText(QString());
            m_done = [] { return find("customerTable") && hasRows(); };
        } else if (command == "lock") {
            find("workspace")->findChild<QAction*>(QStringLiteral("lockAction"))->trigger();
            m_done = [] { return find("lockView") != nullptr; };
        } else if (command == "signout") {
            find<QPushButton>("signOutButton")->click();
            m_done = [] { return find("signInView") != nullptr; };
        } else if (command == "refresh") {
            find<QPushButton>("refreshCaseButton")
                ? find<QPushButton>("refreshCaseButton")->click()
                : find<QLineEdit>("searchEdit")->setText(QStringLiteral("a"));
            m_done = [] { return find("lockView") != nullptr; };
        }
    }

    static bool hasRows()
    {
        const auto* table = find<QAbstractItemView>("customerTable");
        return table && table->model()->rowCount() > 0;
    }

    void look()
    {
        if (!m_done || !m_done())
            return;
        m_look.stop();
        m_done = nullptr;
        // What is queued behind it goes first, as does what waits for the server's last answer.
        QTimer::singleShot(300, this, [] {
            std::fputs("done\n", stdout);
            std::fflush(stdout);
        });
    }

    QSocketNotifier m_input;
    QTimer m_look;
    QString m_id;
    std::function<bool()> m_done;
    std::array<char, 8192> m_line{};
};
} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("finhub"));
    QCoreApplication::setApplicationName(QStringLiteral("finhub-console"));
    const QApplication application(argc, argv);
    app::CommandLine line;
    line.profileFile = QString::fromLocal8Bit(argv[1]);
    app::Console console(line);
    QString problem;
    if (!console.start(problem)) {
        std::fputs(qPrintable(problem), stderr);
        return 2;
    }
    const Hands hands;
    return QApplication::exec();
}
