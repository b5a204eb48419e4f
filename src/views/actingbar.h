#pragma once

#include "views/widgets/noticestrip.h"

#include <functional>

namespace finhub::api {
class FinHub;
}

namespace finhub::views {

/// A strip over every page while the officer acts as a customer (2.5): as whom, what that means, and the way
/// out. Hidden otherwise. GUI thread.
class ActingBar : public NoticeStrip {
    Q_OBJECT

public:
    /// `customerName` says who the open case is about; empty where that is not known.
    ActingBar(api::FinHub& finhub, std::function<QString()> customerName, QWidget* parent = nullptr);

private:
    void refresh();

    api::FinHub& m_finhub;
    std::function<QString()> m_customerName;
};

} // namespace finhub::views
