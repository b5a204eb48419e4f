#pragma once

#include "walkthrough/aim.h"

#include <QImage>
#include <QString>
#include <QWidget>

namespace finhub::walkthrough {

/// A picture of the program as a person sees it: the main window with its dialogs in their places.
class Picture {
public:
    explicit Picture(QWidget* window);

    /// Draws the ring around the aim and the caption beside it.
    void annotate(const QString& caption, int number, int count, const Aim& aim);

    const QImage& image() const { return m_image; }

private:
    QWidget* m_window;
    QRect m_area; ///< what the picture shows, in global coordinates
    QImage m_image;
};

} // namespace finhub::walkthrough
