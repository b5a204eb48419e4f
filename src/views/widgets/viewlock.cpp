#include "views/widgets/viewlock.h"

#include "views/widgets/documentcanvas.h"

namespace finhub::views {

ViewLock::ViewLock(DocumentCanvas* one, DocumentCanvas* other, QObject* parent)
    : QObject(parent)
{
    connect(one, &DocumentCanvas::viewMoved, this,
            [this, one, other](const PageView& before) { follow(one, other, before); });
    connect(other, &DocumentCanvas::viewMoved, this,
            [this, one, other](const PageView& before) { follow(other, one, before); });
}

void ViewLock::follow(const DocumentCanvas* leader, DocumentCanvas* follower, const PageView& before)
{
    const PageView& after = leader->view();
    // Another page, another window or a turn concern the one canvas alone.
    const bool moved = before.pageSize() == after.pageSize() && before.viewport() == after.viewport() &&
                       before.rotation() == after.rotation() && before.isFlipped() == after.isFlipped();
    if (!m_on || m_following || !moved || !leader->hasPage() || !follower->hasPage())
        return;
    m_following = true;
    if (after.fit() == PageView::Fit::Page) {
        follower->fitPage();
    } else if (after.fit() == PageView::Fit::Width) {
        follower->fitWidth();
    } else {
        // What happened to a point of the viewport happens to the middle of the other page.
        const QPointF middle = follower->view().pageRect().center();
        follower->setZoom(follower->zoom() * after.zoom() / before.zoom(), middle);
        follower->movePage(after.toViewport(before.toPage(middle)) - middle);
    }
    m_following = false;
}

} // namespace finhub::views
