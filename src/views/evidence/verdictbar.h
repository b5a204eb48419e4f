#pragma once

#include "core/values.h"
#include "views/evidence/displaywatch.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;

namespace finhub::review {
class CaseEvidence;
class CaseFile;
} // namespace finhub::review

namespace finhub::views {

class Chip;
class HintButton;
class ReasonPalette;

/// The verdict on the document above it: accepted, not accepted with reasons of one key each, or not judged.
/// A document can be accepted once it has been displayed whole; not accepting it is always possible, also
/// when it cannot be shown at all. Hidden where there is nothing to judge. GUI thread.
class VerdictBar : public QWidget {
    Q_OBJECT

public:
    explicit VerdictBar(QWidget* parent = nullptr);

    /// Both outlive the bar or are replaced by nullptr first.
    void setCase(const review::CaseFile* file, review::CaseEvidence* evidence);
    /// The document that is looked at; nullopt: none.
    void setDocument(const std::optional<Document>& document);
    void setProgress(DisplayWatch::Progress progress);
    /// Shows what has changed in the case or in its evidence.
    void refresh();

Q_SIGNALS:
    /// This document has its verdict; the next one that has none may be shown.
    void nextWanted();

private:
    HintButton* addVerdict(const QString& name, const QString& text);
    bool mayJudge() const;
    void accept();
    void showNothing();
    void openPalette();
    void closePalette();
    void refuse(const QStringList& codes);
    void forget();
    const Person* person() const;
    QString state() const;

    const review::CaseFile* m_file = nullptr;
    QPointer<review::CaseEvidence> m_evidence;
    std::optional<Document> m_document;
    DisplayWatch::Progress m_progress = DisplayWatch::Progress::None;
    QWidget* m_line;
    Chip* m_chip;
    QLabel* m_text;
    HintButton* m_accept;
    HintButton* m_refuse;
    HintButton* m_forget;
    ReasonPalette* m_palette;
};

} // namespace finhub::views
