#pragma once

#include <QKeySequence>
#include <QPushButton>

namespace finhub::views {

/// A button that shows a key and, once it is pressed, takes the next key as the new one. Esc, or leaving it,
/// changes nothing.
class KeyButton : public QPushButton {
    Q_OBJECT

public:
    explicit KeyButton(QWidget* parent = nullptr);

    void setKeys(const QList<QKeySequence>& keys);
    bool isRecording() const { return m_recording; }

Q_SIGNALS:
    void recorded(const QKeySequence& key);

protected:
    bool event(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setRecording(bool recording);

    QString m_keys;
    bool m_recording = false;
};

} // namespace finhub::views
