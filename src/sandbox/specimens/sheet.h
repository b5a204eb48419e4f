#pragma once

#include "sandbox/specimens/typeface.h"

#include <QColor>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>

class QPainter;

namespace finhub::sandbox {

/// How a text on a letter looks; sizes are tenths of a millimetre.
struct Ink {
    int size = 33;
    Typeface face = Typeface::Sans;
    QColor colour{0x22, 0x26, 0x2C};
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};
Ink boldInk(int size = 33);
Ink faintInk(int size = 27);
Ink rightInk(int size = 33);

/// One A4 page being drawn, in tenths of a millimetre from its upper left corner.
class Sheet {
public:
    static constexpr double Width = 2100;
    static constexpr double Height = 2970;
    static constexpr double Left = 200;
    static constexpr double Right = 1900;

    explicit Sheet(QPainter& painter)
        : m_painter(painter)
    {
    }

    QPainter& painter() { return m_painter; }

    /// One line, made smaller when it does not fit.
    void text(double x, double y, double width, const QString& line, const Ink& ink = {});
    /// Lines below each other; returns the y after the last.
    double lines(double x, double y, double width, const QStringList& list, const Ink& ink = {});
    /// Text that is wrapped; returns the y below it.
    double paragraph(double x, double y, double width, const QString& words, const Ink& ink = {});
    void rule(double y, const QColor& colour = {0xC4, 0xCA, 0xD2}, double weight = 3);
    void fill(const QRectF& area, const QColor& colour);
    void frame(const QRectF& area, const QColor& colour = {0xA8, 0xB0, 0xBA}, double weight = 3);
    /// A box, ticked or not, with its label.
    void tickBox(double x, double y, double width, bool ticked, const QString& label, const Ink& ink = {});
    /// A small label above a value on a line, as in forms.
    void formField(double x, double y, double width, const QString& label, const QString& value);
    /// The marks that every page carries: a light one across and one in the footer.
    void specimenMarks(const QString& footer);

private:
    QPainter& m_painter;
};

/// A letter, bill, statement or form: one function a page.
struct Paper {
    QString title;
    QList<std::function<void(Sheet&)>> pages;
};

} // namespace finhub::sandbox
