#pragma once

#include <QPlainTextEdit>

namespace finhub::views {

/// A text that can be read and searched, but that leaves the window without personal data only: whatever Qt
/// would hand out of a selection (Ctrl+C, the context menu, dragging, the selection of X11 and Wayland) is
/// taken from a redacted version of the text instead.
class RedactedTextEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    /// At most so many characters are shown; the redacted version is kept whole.
    static constexpr qsizetype MaxShown = 200'000;

    explicit RedactedTextEdit(QWidget* parent = nullptr);

    /// Plain text from outside. Shows whole lines only.
    void setTexts(const QString& shown, const QString& redacted);
    const QString& redacted() const { return m_redacted; }
    bool isCut() const { return m_cut; }

protected:
    /// The redacted lines that the selection touches, where both versions have the same lines, else the whole
    /// redacted version.
    QMimeData* createMimeDataFromSelection() const override;

private:
    QString m_redacted;
    bool m_sameLines = false;
    bool m_cut = false;
};

} // namespace finhub::views
