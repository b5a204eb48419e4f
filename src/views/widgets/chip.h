#pragma once

#include "views/widgets/chippainter.h"

#include <QWidget>

namespace finhub::views {

/// A small rounded label for a state: risk, category, "Accepted". Its accessible name is its text.
class Chip : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit Chip(QWidget* parent = nullptr);
    explicit Chip(const QString& text, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    Tone tone() const { return m_tone; }
    void setTone(Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Neutral;
    bool m_cut = false;
};

} // namespace finhub::views
