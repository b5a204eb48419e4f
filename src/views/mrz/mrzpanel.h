#pragma once

#include "review/casefile.h"

#include <QDateTime>
#include <QScrollArea>

#include <functional>

class QLabel;

namespace finhub::views {

class FieldList;
class MrzInput;

/// The machine-readable zone beside the document: its lines are typed, and its fields are shown beside the
/// declared ones, with their check digits. An aid to look with: it decides nothing and sends nothing, and
/// what was typed goes with the case. GUI thread.
class MrzPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit MrzPanel(std::function<QDateTime()> now, QWidget* parent = nullptr);

    /// Forgets what was typed; the case outlives the panel or is replaced by nullptr first.
    void setCase(const review::CaseFile* file);
    /// Shows what has changed in the case.
    void refresh();
    void focusFirstLine();
    /// Puts lines in the fields, as if they had been typed.
    void setLines(const QStringList& lines);
    /// Says something above the fields until the case changes or somebody types; empty: nothing.
    void setNote(const QString& text);

Q_SIGNALS:
    void closeWanted();

private:
    void showNothing();

    std::function<QDateTime()> m_now;
    const review::CaseFile* m_file = nullptr;
    MrzInput* m_input;
    QLabel* m_note;
    QLabel* m_summary;
    FieldList* m_compared;
    FieldList* m_other;
    FieldList* m_digits;
};

} // namespace finhub::views
