#include "views/phases/droparea.h"

#include "views/actions/keytexts.h"
#include "views/ink.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

namespace finhub::views {

namespace {
QLabel* label(const QString& text, QWidget* parent)
{
    auto* result = new QLabel(text, parent);
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    return result;
}

/// A line of text as a local path; empty when it is none.
QString pathOf(const QString& line)
{
    QString text = line.trimmed();
    if (text.size() > 1 && (text.startsWith(u'"') || text.startsWith(u'\'')) && text.endsWith(text.front()))
        text = text.mid(1, text.size() - 2);
    if (text.startsWith(QLatin1String("file:")))
        return QUrl(text).toLocalFile();
    return QDir::isAbsolutePath(text) ? text : QString();
}
} // namespace

DropArea::DropArea(QWidget* parent)
    : QWidget(parent)
    , m_samples(new QPushButton(tr("Use sample documents"), this))
{
    setObjectName(QStringLiteral("uploadDropArea"));
    setAccessibleName(tr("Add files"));
    setAcceptDrops(true);
    auto* title = label(tr("Drop files here"), this);
    title->setProperty("strong", true);
    auto* hint = label(QString(), this);
    onKeysChanged(hint, [hint] {
        setPlainText(hint, QStringLiteral("%1.").arg(withKey(
                               tr("PDF, JPEG or PNG, up to 10 MB each, several at once. Files or their "
                                  "paths can be pasted as well"),
                               QStringLiteral("pasteFilesAction"))));
    });
    hint->setProperty("textSize", QStringLiteral("small"));
    setInk(hint, Ink::Secondary);
    auto* choose = new QPushButton(tr("Choose files…"), this);
    choose->setObjectName(QStringLiteral("chooseFilesButton"));
    connect(choose, &QPushButton::clicked, this, &DropArea::chooseWanted);
    m_samples->setObjectName(QStringLiteral("sampleFilesButton"));
    m_samples->setToolTip(tr("Documents made up for this customer, for a demonstration"));
    m_samples->hide();
    connect(m_samples, &QPushButton::clicked, this, &DropArea::samplesWanted);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(hint);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Large, metric::Large, metric::Large, metric::Large);
    layout->setSpacing(metric::Large);
    layout->addLayout(texts, 1);
    layout->addWidget(m_samples, 0, Qt::AlignVCenter);
    layout->addWidget(choose, 0, Qt::AlignVCenter);
}

void DropArea::setSamplesOffered(bool offered)
{
    m_samples->setVisible(offered);
}

QStringList DropArea::pathsOf(const QMimeData& given, int* others)
{
    QStringList paths;
    int rest = 0;
    if (given.hasUrls()) {
        const QList<QUrl> urls = given.urls();
        for (const QUrl& url : urls) {
            if (url.isLocalFile())
                paths << url.toLocalFile();
            else
                ++rest;
        }
    } else if (given.hasText()) {
        const QStringList lines = given.text().split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines) {
            const QString path = pathOf(line);
            if (!path.isEmpty())
                paths << path;
            else if (!line.trimmed().isEmpty())
                ++rest;
        }
    }
    if (others)
        *others = rest;
    return paths;
}

void DropArea::paste()
{
    if (const QMimeData* copied = isEnabled() ? QGuiApplication::clipboard()->mimeData() : nullptr)
        give(*copied);
}

void DropArea::give(const QMimeData& given)
{
    int others = 0;
    const QStringList paths = pathsOf(given, &others);
    if (!paths.isEmpty() || others > 0)
        Q_EMIT filesGiven(paths, others);
}

void DropArea::dragEnterEvent(QDragEnterEvent* event)
{
    if (!isEnabled() || !(event->mimeData()->hasUrls() || event->mimeData()->hasText()))
        return;
    // The files stay where they are, whatever the other program would like best.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setHovered(true);
}

void DropArea::dragLeaveEvent(QDragLeaveEvent*)
{
    setHovered(false);
}

void DropArea::dropEvent(QDropEvent* event)
{
    setHovered(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    give(*event->mimeData());
}

void DropArea::setHovered(bool hovered)
{
    m_hovered = hovered;
    update();
}

void DropArea::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.color(m_hovered ? ColorRole::AccentGround : ColorRole::Window));
    QPen pen(theme.color(m_hovered ? ColorRole::Accent : ColorRole::StrongLine), 1, Qt::DashLine);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::Radius, metric::Radius);
}

} // namespace finhub::views
