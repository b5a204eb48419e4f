#pragma once

#include "api/finhub.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RawJsonDialog;
}

namespace finhub::views {

/// What FinHub answers about one thing right now, as JSON for people who look for a fault: read-only, to be
/// searched, and copied without personal data only. Where personal fields are masked the text is shown
/// without them as well. Opened with open(); closing it aborts the read. GUI thread.
class RawJsonDialog : public QDialog {
    Q_OBJECT

public:
    RawJsonDialog(api::FinHub& finhub, api::RawObject what, CustomerId customer, VerificationId verification,
                  bool masked, QWidget* parent = nullptr);
    ~RawJsonDialog() override;

    /// "Customer", "Verification": what there is to choose.
    static QString nameOf(api::RawObject what);

private:
    void read();
    void showJson(const api::RawJson& json);
    void showError(const Error& error);
    void copy();
    void findAll();
    void step(int by);
    void showMatch();

    std::unique_ptr<Ui::RawJsonDialog> m_ui;
    api::FinHub& m_finhub;
    api::RawObject m_what;
    CustomerId m_customer;
    VerificationId m_verification;
    bool m_masked;
    CallPtr<api::RawJson> m_call;
    QList<int> m_matches; ///< where they begin, in characters
    qsizetype m_match = -1;
};

} // namespace finhub::views
