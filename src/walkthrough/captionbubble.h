#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace finhub::walkthrough {

/// The bubble with what is being done, and with the buttons that steer the walkthrough. Coloured by the
/// palette alone.
class CaptionBubble : public QWidget {
    Q_OBJECT

public:
    enum class Controls { Shown, Hidden };

    /// In a window, or without one to be rendered into a picture.
    CaptionBubble(Controls controls, QWidget* parent);

    /// The caption is plain text; the number counts from 1.
    void setCaption(const QString& caption, int number, int count);
    void setPaused(bool paused);

Q_SIGNALS:
    void pauseToggled();
    void stepRequested();
    void stopRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QToolButton* addButton(const QString& name, const QString& text);

    QLabel* m_caption;
    QLabel* m_position;
    QToolButton* m_pause = nullptr;
};

} // namespace finhub::walkthrough
