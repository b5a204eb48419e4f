#pragma once

#include "api/finhub.h"
#include "review/registrar.h"
#include "views/onboarding/registrationtexts.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class NewCustomerView;
}

namespace finhub::views {

class AmlForm;
class CategoryPage;
class RegistrationForm;

/// Onboards a customer who does not exist yet: category (2.3), registration (2.4) and AML parametrization
/// below the same eight steps that the customer's page shows afterwards. Return goes on, Escape leaves, after
/// a question where something was typed. GUI thread.
class NewCustomerView : public QWidget {
    Q_OBJECT

public:
    explicit NewCustomerView(api::FinHub& finhub, QWidget* parent = nullptr);
    ~NewCustomerView() override;

    /// Starts with an empty form, or goes on with what was typed before: the passwords are gone when the
    /// session has run out in the meantime.
    void begin();
    /// Lets go of everything that was typed.
    void clear();

Q_SIGNALS:
    void cancelled();
    /// The customer exists now; the flow goes on at their page.
    void registered(const finhub::Customer& customer);
    /// 409 DUPLICATE_EMAIL, or a registration with an unknown outcome: the person wants to see who has this
    /// address.
    void existingCustomerWanted(const QString& email);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectParts();
    void loadCategories();
    void showStep(review::DraftStep step);
    void goOn();
    void goBack();
    void submit();
    void cancel();
    void askToDiscard(bool asking);
    void onEdited(review::DraftField field);
    void onRegistrarChanged();
    void onRegistered(const Customer& customer);
    void showRefusal();
    /// Reads the pages into the draft.
    void takeDraft();
    void refresh();
    void showSteps();
    void showButtons();
    void showMessage();
    void focusPage();
    QList<review::DraftField> faultyUpTo(review::DraftStep step) const;
    /// Why the step's button cannot be pressed; empty: it can.
    QString blockerOf(review::DraftStep step) const;
    QDate today() const;

    std::unique_ptr<Ui::NewCustomerView> m_ui;
    api::FinHub& m_finhub;
    CategoryPage* m_categoryPage;
    RegistrationForm* m_form;
    AmlForm* m_aml;
    review::Registrar m_registrar;
    review::Registrar::State m_lastState = review::Registrar::State::Idle;
    review::RegistrationDraft m_draft;
    review::DraftStep m_step = review::DraftStep::Category;
    FieldMessages m_refused; ///< what the server said about fields that have not been edited since
    QString m_message;       ///< what ended the last try, until something is edited
    std::optional<Customer> m_registeredElsewhere; ///< registered while another page was shown
    CallPtr<QList<Category>> m_categories;
    bool m_categoriesKnown = false;
};

} // namespace finhub::views
