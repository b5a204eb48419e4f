#include "views/style/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <map>
#include <memory>

static void loadIconResources()
{
    // A static library's resources are dropped by the linker unless somebody names them.
    Q_INIT_RESOURCE(icons);
}

namespace finhub::views {

namespace {
constexpr std::array<const char*, 24> FileNames{
    "search", "zoom-in",  "zoom-out",     "fit",      "rotate-left", "rotate-right", "previous", "next",
    "copy",   "refresh",  "close",        "warning",  "lock",        "user",         "document", "check",
    "minus",  "calendar", "chevron-down", "contrast", "sign-out",    "more",         "loupe",    "pages"};

QString pathOf(IconName name)
{
    return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(FileNames.at(static_cast<std::size_t>(name))));
}

/// One renderer per drawing, kept: parsing is slower than painting.
QSvgRenderer& rendererOf(const QString& path)
{
    static std::map<QString, std::unique_ptr<QSvgRenderer>> renderers;
    auto& renderer = renderers[path];
    if (!renderer) {
        loadIconResources();
        renderer = std::make_unique<QSvgRenderer>(path);
    }
    return *renderer;
}

QPixmap drawn(const QString& path, const QSize& devicePixels)
{
    QPixmap pixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer& renderer = rendererOf(path);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(devicePixels)));
    return pixmap;
}

/// The drawing in one colour: its shape is its alpha.
QPixmap coloured(IconName name, const QSize& devicePixels, const QColor& color)
{
    const QString key = QStringLiteral("finhub-icon-%1-%2x%3-%4")
                            .arg(int(name))
                            .arg(devicePixels.width())
                            .arg(devicePixels.height())
                            .arg(color.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = drawn(pathOf(name), devicePixels);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Asks the theme for its colour whenever it is painted.
class RoleIconEngine : public QIconEngine {
public:
    RoleIconEngine(IconName name, ColorRole role)
        : m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, rect, m_name, colorFor(mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return coloured(m_name, size, colorFor(mode, state));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal /*scale*/) override
    {
        return coloured(m_name, size, colorFor(mode, state));
    }

    QIconEngine* clone() const override { return new RoleIconEngine(m_name, m_role); }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        const Theme& theme = Theme::current();
        if (mode == QIcon::Disabled)
            return theme.color(ColorRole::StrongLine);
        return theme.color(state == QIcon::On ? ColorRole::Accent : m_role);
    }

    IconName m_name;
    ColorRole m_role;
};

/// The program's icon: painted as it is drawn.
class DrawingIconEngine : public QIconEngine {
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        rendererOf(path()).render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        return drawn(path(), size);
    }

    QList<QSize> availableSizes(QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        return {QSize(16, 16), QSize(24, 24), QSize(32, 32), QSize(48, 48), QSize(64, 64), QSize(128, 128)};
    }

    QIconEngine* clone() const override { return new DrawingIconEngine; }

private:
    static QString path() { return QStringLiteral(":/icons/finhub-console.svg"); }
};
} // namespace

QIcon icon(IconName name, ColorRole role)
{
    return QIcon(new RoleIconEngine(name, role));
}

void paintIcon(QPainter* painter, const QRectF& rect, IconName name, const QColor& color)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap pixmap = coloured(name, (rect.size() * ratio).toSize(), color);
    pixmap.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect, pixmap, QRectF(pixmap.rect()));
}

QIcon applicationIcon()
{
    return QIcon(new DrawingIconEngine);
}

} // namespace finhub::views
