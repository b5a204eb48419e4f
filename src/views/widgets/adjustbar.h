#pragma once

#include <QWidget>

class QCheckBox;
class QSlider;

namespace finhub::views {

class DocumentCanvas;
struct PageAdjustment;

/// Brightness, contrast, grey and inverted of the canvas, in a row. It shows what the canvas does, whoever
/// changed it. GUI thread.
class AdjustBar : public QWidget {
    Q_OBJECT

public:
    explicit AdjustBar(QWidget* parent = nullptr);
    void setCanvas(DocumentCanvas* canvas);

Q_SIGNALS:
    void resetWanted();

private:
    QSlider* makeSlider(const QString& name, const QString& text, const QStringList& actions);
    QCheckBox* makeCheck(const QString& name, const QString& text, const QString& action);
    void showState(const PageAdjustment& adjustment);
    void apply();

    DocumentCanvas* m_canvas = nullptr;
    QSlider* m_brightness;
    QSlider* m_contrast;
    QCheckBox* m_grey;
    QCheckBox* m_inverted;
};

} // namespace finhub::views
