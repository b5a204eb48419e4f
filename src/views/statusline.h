#pragma once

#include <QDateTime>
#include <QWidget>

#include <memory>

namespace Ui {
class StatusLine;
}

namespace finhub::views {

/// The line at the bottom: connection, officer, age of the list, decisions under way, session.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);
    ~StatusLine() override;

    void setConnection(const QString& host, bool reachable);
    void setOfficer(const QString& name);
    void setUpdated(const QString& text);
    void setDecisions(int running, int unresolved);
    /// Says so when the journal cannot be written, or else that a damaged one was put into this file (unless
    /// empty).
    void setJournal(bool writable, const QString& damagedFile);
    void setSession(const QString& text);

private:
    std::unique_ptr<Ui::StatusLine> m_ui;
};

} // namespace finhub::views
