#pragma once

#include <QStringList>
#include <QWidget>

class QMimeData;
class QPushButton;

namespace finhub::views {

/// A place to drop files on, with a button for those who would rather choose them; files and paths can also
/// be pasted. GUI thread.
class DropArea : public QWidget {
    Q_OBJECT

public:
    explicit DropArea(QWidget* parent = nullptr);

    /// Whether sample documents can be had as well.
    void setSamplesOffered(bool offered);

    /// The local files that were dragged or copied, be it as files or as paths in lines of text. `others` are
    /// those that are not on this computer.
    static QStringList pathsOf(const QMimeData& given, int* others = nullptr);

public Q_SLOTS:
    /// Takes what is on the clipboard.
    void paste();

Q_SIGNALS:
    /// `others`: how many were no files of this computer.
    void filesGiven(const QStringList& paths, int others);
    /// The person wants to choose files in a dialog.
    void chooseWanted();
    /// The person wants sample documents.
    void samplesWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void give(const QMimeData& given);
    void setHovered(bool hovered);

    QPushButton* m_samples;
    bool m_hovered = false;
};

} // namespace finhub::views
