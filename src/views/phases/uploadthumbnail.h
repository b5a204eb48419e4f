#pragma once

#include <QAbstractButton>
#include <QImage>

namespace finhub::views {

/// A file's small picture, to be pressed for a large one. Grey while there is none yet; an icon where there
/// will be none.
class UploadThumbnail : public QAbstractButton {
    Q_OBJECT

public:
    explicit UploadThumbnail(QWidget* parent = nullptr);

    void setPicture(const QImage& picture);
    /// Draws the sign of a file that cannot be shown.
    void setBroken(bool broken);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
    bool m_broken = false;
};

} // namespace finhub::views
