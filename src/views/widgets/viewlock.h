#pragma once

#include <QObject>

namespace finhub::views {

class DocumentCanvas;
class PageView;

/// While on, two canvases move together: what zooms, fits or moves the page of one does the same, by the same
/// share, to that of the other, whatever their sizes. Each is turned and mirrored on its own. GUI thread.
class ViewLock : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    ViewLock(DocumentCanvas* one, DocumentCanvas* other, QObject* parent = nullptr);

    bool isOn() const { return m_on; }
    void setOn(bool on) { m_on = on; }

private:
    void follow(const DocumentCanvas* leader, DocumentCanvas* follower, const PageView& before);

    bool m_on = true;
    bool m_following = false;
};

} // namespace finhub::views
