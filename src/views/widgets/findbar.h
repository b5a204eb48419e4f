#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace finhub::views {

/// A line to look for a text in the document, with what came of it. Enter goes on to the next hit,
/// Shift+Enter back, Escape closes. GUI thread.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    QString text() const;
    void setResult(const QString& result, bool bad);
    /// Shows the bar and lets the person type.
    void open();
    void close();

Q_SIGNALS:
    void textChanged(const QString& text);
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPushButton* makeButton(const QString& name, const QString& text);

    QLineEdit* m_edit;
    QLabel* m_result;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_close;
};

} // namespace finhub::views
