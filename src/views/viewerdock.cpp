#include "views/viewerdock.h"

#include "views/actions/actiontable.h"
#include "views/documentviewer.h"
#include "views/ink.h"
#include "views/style/theme.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr QSize WindowSize(900, 1000);

QWidget* makePlaceholder(ViewerDock* dock)
{
    auto* placeholder = new QWidget(dock);
    placeholder->setObjectName(QStringLiteral("viewerPlaceholder"));
    placeholder->setProperty("pane", QStringLiteral("document"));
    placeholder->setAttribute(Qt::WA_StyledBackground);
    auto* text = new QLabel(ViewerDock::tr("The documents are in a window of their own."), placeholder);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto* back = new QPushButton(ViewerDock::tr("Bring them back"), placeholder);
    back->setObjectName(QStringLiteral("attachViewerButton"));
    auto* layout = new QVBoxLayout(placeholder);
    layout->setSpacing(metric::Medium);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addWidget(back, 0, Qt::AlignCenter);
    layout->addStretch(1);
    QObject::connect(back, &QPushButton::clicked, dock, [dock] { dock->setDetached(false); });
    placeholder->hide();
    return placeholder;
}
} // namespace

ViewerDock::ViewerDock(DocumentViewer* viewer, QWidget* home)
    : m_viewer(viewer)
    , m_home(home)
    , m_placeholder(makePlaceholder(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(viewer);
    layout->addWidget(m_placeholder);
    home->installEventFilter(this);
    connect(viewer, &DocumentViewer::detachWanted, this, &ViewerDock::setDetached);
    connect(this, &ViewerDock::detachedChanged, viewer, &DocumentViewer::setDetached);
}

ViewerDock::~ViewerDock()
{
    // It is a child of the main window, which may outlive this.
    delete m_window;
}

void ViewerDock::setDetached(bool detached)
{
    if (detached == isDetached() || !m_viewer)
        return;
    if (detached)
        detach();
    else
        attach();
    Q_EMIT detachedChanged(isDetached());
}

void ViewerDock::detach()
{
    m_window = new QWidget(m_home->window(), Qt::Window);
    m_window->setObjectName(QStringLiteral("viewerWindow"));
    m_window->setWindowTitle(tr("Documents"));
    m_window->installEventFilter(this);
    auto* layout = new QVBoxLayout(m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_viewer);
    m_viewer->show();
    m_placeholder->show();
    lendKeys();
    m_window->resize(WindowSize);
    const QScreen* here = m_home->screen();
    for (const QScreen* screen : QGuiApplication::screens()) {
        if (screen != here) {
            m_window->setGeometry(screen->availableGeometry());
            break;
        }
    }
    m_window->show();
    // Not on the first button, where the next key would press it.
    m_viewer->setFocus();
}

void ViewerDock::attach()
{
    m_placeholder->hide();
    layout()->addWidget(m_viewer);
    m_viewer->show();
    m_window->removeEventFilter(this);
    m_window->hide();
    m_window->deleteLater();
    m_window.clear();
}

/// Whoever looks at the documents on the other screen decides and goes on without a click on this one.
void ViewerDock::lendKeys()
{
    QList<QWidget*> widgets = m_home->findChildren<QWidget*>();
    widgets.prepend(m_home);
    for (const QWidget* widget : std::as_const(widgets)) {
        for (QAction* action : widget->actions()) {
            // Not the one that leaves the case; and whoever closes this window means the window.
            if (action->shortcutContext() == Qt::WindowShortcut && findAction(action->objectName()) &&
                action->objectName() != QLatin1String("leaveCaseAction"))
                m_window->addAction(action);
        }
    }
}

bool ViewerDock::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_window && event->type() == QEvent::Close) {
        setDetached(false);
        event->ignore(); // it goes by itself
        return true;
    }
    if (watched == m_home && m_window) {
        if (event->type() == QEvent::Show)
            m_window->show();
        else if (event->type() == QEvent::Hide)
            m_window->hide();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace finhub::views
