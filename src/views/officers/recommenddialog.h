#pragma once

#include "review/casefile.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RecommendDialog;
}

namespace finhub::views {

/// Where the first of two people says what they would decide (3.9): verdict, reasons, internal note. It stays
/// open until the recommendation has been recorded, so that nothing that was typed is lost. Opened with
/// open().
class RecommendDialog : public QDialog {
    Q_OBJECT

public:
    /// Without `offersReject` only an approval can be recommended (3.4).
    RecommendDialog(const review::CaseFile& file, bool offersReject, QWidget* parent = nullptr);
    ~RecommendDialog() override;

    Verdict verdict() const;
    /// The chosen codes, most severe first; none for an approval.
    QStringList reasonCodes() const;
    /// While it is on its way nothing can be changed.
    void setSending(bool sending);
    /// Why it was not recorded.
    void say(const QString& text);

Q_SIGNALS:
    void confirmed(finhub::Verdict verdict, const QStringList& reasonCodes, const QString& notes);

private:
    void fillReasons();
    void check();

    std::unique_ptr<Ui::RecommendDialog> m_ui;
    bool m_sending = false;
};

} // namespace finhub::views
