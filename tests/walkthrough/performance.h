#pragma once

#include "walkthrough/player.h"
#include "walkthrough/scriptreader.h"

#include <QTest>

#include <optional>

/// One walkthrough that is being played, written down as the elements of its `steps`.
class Performance {
public:
    Performance(QWidget* window, const QByteArray& steps, const finhub::walkthrough::PlayerOptions& options)
        : m_player(window, script(steps), options)
    {
        QObject::connect(&m_player, &finhub::walkthrough::Player::finished, &m_player,
                         [this](const finhub::walkthrough::Report& report) {
                             m_report = report;
                             ++m_endings;
                         });
    }

    finhub::walkthrough::Player& player() { return m_player; }
    bool hasEnded() const { return m_endings > 0; }
    int endings() const { return m_endings; }

    /// Plays to the end.
    finhub::walkthrough::Report play()
    {
        m_player.start();
        return end();
    }

    finhub::walkthrough::Report end()
    {
        if (!QTest::qWaitFor([this] { return hasEnded(); }, 20000))
            qWarning("the walkthrough has not ended");
        return m_report;
    }

private:
    static finhub::walkthrough::Script script(const QByteArray& steps)
    {
        auto script =
            finhub::walkthrough::readScript(R"({"name":"test","title":"A test","steps":[)" + steps + "]}");
        if (!script)
            qFatal("%s", qPrintable(script.error().describe()));
        return *script;
    }

    finhub::walkthrough::Player m_player;
    finhub::walkthrough::Report m_report;
    int m_endings = 0;
};
