#pragma once

#include "views/widgets/chip.h"

namespace finhub::views {

class DocumentCanvas;

/// A chip in the corner of a canvas that says when a document does not look as it was uploaded: adjusted or
/// mirrored. Hidden while it does. GUI thread.
class ViewSign : public Chip {
    Q_OBJECT

public:
    explicit ViewSign(DocumentCanvas* canvas);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showState();
    void place();

    DocumentCanvas* m_canvas;
};

} // namespace finhub::views
