#pragma once

#include <QTimer>
#include <QToolButton>

namespace finhub::views {

/// Copies a text to the clipboard and shows a check for a moment. Disabled while there is nothing to copy.
class CopyButton : public QToolButton {
    Q_OBJECT

public:
    explicit CopyButton(QWidget* parent = nullptr);

    /// `what` names it for people: "customer id".
    void setCopyText(const QString& text, const QString& what);
    QString copyText() const { return m_text; }
    bool showsCheck() const { return m_check.isActive(); }

Q_SIGNALS:
    void copied();

private:
    void copy();
    void rest();

    QString m_text;
    QString m_what;
    QTimer m_check;
};

} // namespace finhub::views
