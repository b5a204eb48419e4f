#pragma once

#include <QWidget>

#include <functional>

class QLabel;

namespace finhub::api {
class FinHub;
}

namespace finhub::views {

/// A strip over every page while the officer acts as a customer (2.5): as whom, what that means, and the way
/// out. Hidden otherwise. GUI thread.
class ActingBar : public QWidget {
    Q_OBJECT

public:
    /// `customerName` says who the open case is about; empty where that is not known.
    ActingBar(api::FinHub& finhub, std::function<QString()> customerName, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    api::FinHub& m_finhub;
    std::function<QString()> m_customerName;
    QLabel* m_text;
};

} // namespace finhub::views
