#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <utility>

namespace finhub::views {

/// What the console puts on the clipboard: marked so that the histories of clipboards leave it alone (KDE's
/// hint, which others know too), and taken back after a while, at a lock, a sign-out and the end of the
/// program, as long as nobody has copied something else. What Qt's own fields copy is marked as well. Secrets
/// never get there. One for the program; GUI thread.
class ClipboardGuard : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds Keep{30};

    static ClipboardGuard& instance();

    void copy(const QString& text);
    /// Takes back what is still there of ours, also what is selected for the middle button.
    void clear();
    /// Whether what is on the clipboard is the last that was copied here.
    bool holds() const;

    void setKeep(std::chrono::milliseconds keep);
    /// How it is known that what is on the clipboard comes from this program; for tests, whose platform has no
    /// other programs.
    void setOwner(std::function<bool()> isOwner) { m_isOwner = std::move(isOwner); }

private:
    explicit ClipboardGuard(QObject* parent);
    void onChanged();

    QTimer m_timer;
    QByteArray m_serial; ///< of what was copied last; random, so that it is nobody else's
    std::function<bool()> m_isOwner;
};

} // namespace finhub::views
