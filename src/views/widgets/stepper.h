#pragma once

#include "core/lifecycle.h"

#include <QWidget>

#include <array>

namespace finhub::views {

/// The words of one step, given by whoever knows the customer.
struct StepText {
    QString label;      ///< the phase: "Approval"
    QString detail;     ///< when it was done, or what is waited for
    QString accessible; ///< the whole in one sentence, for tool tip and screen reader
};

/// The eight phases as one line: a circle each, its label below, its detail below that where there is room.
/// Left, Right, Home and End move between the steps once it has the focus, Return or a click chooses one; the
/// description that a screen reader gets is the step's `accessible` text.
class Stepper : public QWidget {
    Q_OBJECT

public:
    static constexpr int StepCount = 8;
    using Phases = std::array<PhaseStatus, StepCount>;
    using Texts = std::array<StepText, StepCount>;

    explicit Stepper(QWidget* parent = nullptr);

    void setSteps(const Phases& phases, const Texts& texts);
    const Phases& phases() const { return m_phases; }

    /// The step that the keyboard is at; after setSteps() the current one, else the first.
    int focusedStep() const { return m_focused; }
    void setFocusedStep(int step);

    /// Whether details are shown below the labels (on) or only in tool tips (off). On at the start.
    void setDetailsShown(bool shown);
    bool detailsShown() const { return m_details; }

    /// What is really drawn below a step, elided to its column; the detail is empty where it has no room.
    QString drawnLabel(int step) const;
    QString drawnDetail(int step) const;
    /// The column of a step, mirrored in layouts that run right to left.
    QRect stepRect(int step) const;
    /// The step under a point, -1 for none.
    int stepAt(const QPoint& position) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void focusedStepChanged(int step);
    /// The person wants to see this step.
    void stepActivated(int step);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    Phases m_phases{};
    Texts m_texts{};
    int m_focused = 0;
    bool m_details = true;
};

} // namespace finhub::views
