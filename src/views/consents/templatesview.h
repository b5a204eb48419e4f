#pragma once

#include "api/finhub.h"

#include <QWidget>

namespace finhub::views {

/// The texts of the consents (2.14): every version of each, which can be read, created and changed. GUI
/// thread.
class TemplatesView : public QWidget {
    Q_OBJECT

public:
    explicit TemplatesView(api::FinHub& finhub, QWidget* parent = nullptr);

    /// Reads the list.
    void begin();
    void clear();

Q_SIGNALS:
    void backWanted();

private:
    api::FinHub& m_finhub;
};

} // namespace finhub::views
