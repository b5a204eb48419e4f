#pragma once

#include <QStringList>
#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;

namespace finhub::views {

/// Where the lines of a machine-readable zone are typed: one field each, in letters of one width, with their
/// length beside. A text of several lines that is pasted into one of them is shared out.
///
/// The fields are named mrzLine1Edit to mrzLine3Edit, their lengths mrzLine1Length to mrzLine3Length.
class MrzInput : public QWidget {
    Q_OBJECT

public:
    static constexpr int Lines = 3;

    explicit MrzInput(QWidget* parent = nullptr);

    /// As typed; empty ones at the end are left out.
    QStringList lines() const;
    void setLines(const QStringList& lines);
    /// Forgets what was typed.
    void clear();
    void focusFirstLine();

Q_SIGNALS:
    void linesChanged();
    /// Escape was pressed in one of the fields.
    void closeWanted();

protected:
    /// Escape belongs to the fields here, not to the page around them.
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// The letters are as large as a whole line allows.
    void resizeEvent(QResizeEvent* event) override;

private:
    void onEdited(int line, const QString& text);
    void showLengths();

    std::array<QLineEdit*, Lines> m_edits{};
    std::array<QLabel*, Lines> m_lengths{};
    std::array<qsizetype, Lines> m_known{}; ///< how long the texts were before the edit
};

} // namespace finhub::views
