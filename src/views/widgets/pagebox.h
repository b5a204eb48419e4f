#pragma once

#include <QComboBox>

namespace finhub::views {

/// A box to choose from that stands on a page: the wheel scrolls the page and not the choice, unless the box
/// has the focus, and letters choose by the first letter and are no shortcuts. GUI thread.
class PageBox : public QComboBox {
    Q_OBJECT

public:
    explicit PageBox(QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;
};

} // namespace finhub::views
