#pragma once

#include "review/casefile.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ReasonDialog;
}

class QListWidgetItem;

namespace finhub::views {

/// Collects the reasons of a rejection or of a request for resubmission, each by one key, shows exactly what
/// the customer will read, and reads the decision back before it is sent. Internal reasons never reach the customer's text:
/// with one of them the neutral sentence is the whole text and cannot be edited (section 5). Opened with
/// open(); emits confirmed() once.
class ReasonDialog : public QDialog {
    Q_OBJECT

public:
    ReasonDialog(Verdict verdict, const review::CaseFile& file, QWidget* parent = nullptr);
    ~ReasonDialog() override;

    /// The chosen codes, most severe first.
    QStringList reasonCodes() const;
    /// Chooses these reasons besides those that are chosen. What the verdict does not allow is named instead.
    void choose(const QStringList& codes);
    /// Fills in what was chosen and typed for a decision that FinHub did not record.
    void restore(const QStringList& codes, const QString& comment, const QString& notes);

Q_SIGNALS:
    void confirmed(const QStringList& reasonCodes, const QString& comment, const QString& notes);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillReasons();
    QListWidgetItem* itemOf(const QString& code) const;
    QString comment() const;
    void filterReasons(const QString& text);
    void onReasonsChanged();
    void onCommentEdited();
    void showReadBack();
    bool hasInternalReason() const;

    std::unique_ptr<Ui::ReasonDialog> m_ui;
    Verdict m_verdict;
    QString m_name;
    bool m_commentIsOwn = false; ///< the officer has changed the composed text
    bool m_composing = false;
    QString m_ownComment; ///< kept while an internal reason puts the neutral sentence in its place
};

} // namespace finhub::views
