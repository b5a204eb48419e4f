#pragma once

#include <QWidget>

class QLabel;

namespace finhub::views {

/// One field of a form: its name, the widget that is filled in, and a line for what helps or is wrong. The
/// line keeps its place when it is empty, so that nothing jumps while somebody types. Its label is named like
/// the editor with `Note` behind it.
class FormField : public QWidget {
    Q_OBJECT

public:
    /// Takes the editor over; `widest` is what fits its content, in pixels.
    FormField(const QString& name, QWidget* editor, int widest, QWidget* parent = nullptr);

    QWidget* editor() const { return m_editor; }
    /// What helps to fill it in.
    void setHint(const QString& hint);
    /// What is wrong; takes the place of the hint. Empty: nothing is.
    void setFault(const QString& fault);
    const QString& fault() const { return m_fault; }
    /// Puts a widget below the line.
    void addBelow(QWidget* widget);

private:
    void showNote();

    QWidget* m_editor;
    QLabel* m_note;
    QString m_hint;
    QString m_fault;
};

} // namespace finhub::views
