#pragma once

#include <QPointer>
#include <QWidget>

namespace finhub::views {

class DocumentViewer;

/// The place of the viewer beside the evidence. The viewer can be taken out of it into a window of its own,
/// for a second screen; closing that window brings it back. The window is there only while `home`, the view
/// that the documents belong to, is, and the keys of that view act in it as well. GUI thread.
class ViewerDock : public QWidget {
    Q_OBJECT

public:
    /// Takes the viewer over. `home` outlives the dock.
    ViewerDock(DocumentViewer* viewer, QWidget* home);
    ~ViewerDock() override;

    bool isDetached() const { return m_window != nullptr; }
    void setDetached(bool detached);

Q_SIGNALS:
    void detachedChanged(bool detached);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void detach();
    void attach();
    void lendKeys();

    QPointer<DocumentViewer> m_viewer;
    QWidget* m_home;
    QWidget* m_placeholder;
    QPointer<QWidget> m_window;
};

} // namespace finhub::views
