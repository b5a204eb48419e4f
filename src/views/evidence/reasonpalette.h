#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace finhub::views {

class HintButton;

/// Why a document is not accepted: the reasons that a document can give, each with its key. While it has the
/// focus a key switches its reason, Enter takes what is chosen and Escape goes back; the document stays in
/// sight beside it. The buttons are named reason_<CODE>. GUI thread.
class ReasonPalette : public QWidget {
    Q_OBJECT

public:
    explicit ReasonPalette(QWidget* parent = nullptr);

    /// Shows itself with these reasons chosen and takes the focus; the suggested ones among them are said to
    /// be.
    void open(const QStringList& chosen, const QStringList& suggested);
    /// The reasons chosen, most severe first.
    QStringList reasonCodes() const;

Q_SIGNALS:
    void accepted(const QStringList& reasonCodes);
    /// It has hidden itself.
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addReason(const QString& code);
    void arrange();
    void showState();
    void take();
    void close();

    QGridLayout* m_grid;
    QLabel* m_title;
    QPushButton* m_takeButton;
    std::vector<std::pair<QString, HintButton*>> m_reasons;
    int m_columns = 0;
};

} // namespace finhub::views
