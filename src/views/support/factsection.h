#pragma once

#include "views/fieldlist.h"

namespace finhub::views {

class SkeletonPanel;

/// A section of facts that come from the server: grey bars while nothing of them is known, then the facts,
/// and below them why some are missing, with a way to try again.
class FactSection : public FieldList {
    Q_OBJECT

public:
    /// `bars` is how many rows are expected.
    FactSection(const QString& title, const QString& name, int bars, QWidget* parent = nullptr);

    /// What is known, and whether the rest is still on its way.
    void showFacts(const QList<FieldRow>& rows, bool loading);
    /// In place of facts, or below those that are there: a sentence.
    void showNote(const QString& text);
    /// The same for a failure.
    void showFailure(const QString& text, bool canRetry);
    /// Shows nothing at all.
    void clear();

Q_SIGNALS:
    void retryWanted();

private:
    void showMessage(const QString& text, bool bad, bool canRetry);

    SkeletonPanel* m_skeleton;
    QLabel* m_message;
    QPushButton* m_retry;
};

} // namespace finhub::views
