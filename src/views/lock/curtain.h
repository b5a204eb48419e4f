#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QDialog;

namespace finhub::views {

/// While it is drawn, no window of the console but the main one is on the screen: dialogs, detached
/// documents, menus and tool tips are put out of sight with everything that was typed, and come back as they
/// were. GUI thread; one at a time.
class Curtain {
public:
    /// `window` stays; it outlives the curtain.
    explicit Curtain(QWidget* window);
    ~Curtain();
    Curtain(const Curtain&) = delete;
    Curtain& operator=(const Curtain&) = delete;

    void draw();
    /// Shows again what was put out of sight.
    void open();
    /// Takes away what was put out of sight, for good.
    void drop();
    bool isDrawn() const { return m_drawn; }

    /// A dialog that is about to be opened: true when it waits for open() instead, since the curtain is
    /// drawn.
    static bool holdsBack(QDialog* dialog);

private:
    void hide(QWidget* window);
    /// Not drawn any more; what it has put out of sight.
    QList<QPointer<QWidget>> lift();

    QWidget* m_window;
    QList<QPointer<QWidget>> m_hidden; ///< in the order in which they came
    bool m_drawn = false;
};

} // namespace finhub::views
