#pragma once

#include "walkthrough/aim.h"
#include "walkthrough/captionbubble.h"
#include "walkthrough/highlightring.h"

#include <QObject>
#include <QPointer>

namespace finhub::walkthrough {

/// What a person sees of a walkthrough that is played before their eyes: bubble and ring at the widget that
/// is about to be used. Notices when mouse or keyboard are used.
class Guide : public QObject {
    Q_OBJECT

public:
    explicit Guide(QWidget* window);
    ~Guide() override;

    /// Shows the caption beside the aim, in the aim's window; without aim at the bottom of the main window.
    void show(const QString& caption, int number, int count, const Aim& aim);
    void hide();
    void setPaused(bool paused);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void pauseToggled();
    void stepRequested();
    void stopRequested();
    /// A press of a mouse button or key outside of the bubble, about to reach its widget: that of a person,
    /// or of the step that is acting.
    void pressed();

private:
    void place(const Aim& aim);

    QPointer<QWidget> m_window;
    QPointer<CaptionBubble> m_bubble; ///< deleted with the window that it stands in
    QPointer<HighlightRing> m_ring;
    bool m_paused = false;
};

} // namespace finhub::walkthrough
