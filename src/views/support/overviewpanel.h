#pragma once

#include "api/finhub.h"
#include "review/casefile.h"
#include "views/support/disclosure.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace finhub::views {

class ActivitySection;
class CallSection;
class FactSection;
class FieldList;
class RawJsonDialog;

/// Everything known of one customer on one page, for whoever has them on the phone: what was declared, the
/// verification and its documents, consents, account, activity, and the calls that were made. A role that may
/// only look sees personal fields masked and reveals them one by one, until the case is left. GUI thread.
class OverviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit OverviewPanel(api::FinHub& finhub, QWidget* parent = nullptr);

    /// Shows a case, which outlives the panel or is replaced first; nullptr lets go of everything personal.
    void setCase(review::CaseFile* file);
    void refresh();

Q_SIGNALS:
    /// A person whose role masks personal fields has looked at this one: `email`, `phone`, `dateOfBirth`,
    /// `placeOfBirth`, `pincode`, `userName`, `iban`, or `fileName_<document id>`. For the journal.
    void revealed(const QString& field, const finhub::CustomerId& customer);
    /// The person wants the evidence of the case as a file.
    void exportWanted();

private:
    void makeSections();
    void makeRawJsonMenu();
    void reveal(const QString& field);
    void openRawJson(api::RawObject what);
    void showExport();
    void showNotice();
    void showCustomer();
    void showVerification();
    void showDocuments();
    void showConsents();
    void showActivation();
    void showCalls();

    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
    Disclosure m_disclosure;
    bool m_customerRead = false; ///< the whole customer has arrived at least once
    QLabel* m_notice;
    QScrollArea* m_scroll;
    FactSection* m_declared;
    FactSection* m_account;
    FactSection* m_verification;
    FactSection* m_documents;
    FactSection* m_consents;
    FactSection* m_activation;
    QPushButton* m_readiness;
    QPushButton* m_export;
    ActivitySection* m_activity;
    CallSection* m_calls;
    QPushButton* m_rawJson;
    QPointer<RawJsonDialog> m_dialog;
};

} // namespace finhub::views
