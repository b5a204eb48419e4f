#pragma once

#include "core/secret.h"
#include "review/registrationdraft.h"
#include "views/onboarding/registrationtexts.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace finhub::views {

class FormField;
class PasswordRules;

/// The second step: who the customer is and how they sign in (2.4). A field is judged once it has been edited
/// and left, and from then on while it is typed in. Passwords are taken as a Secret when they are sent. GUI
/// thread.
class RegistrationForm : public QWidget {
    Q_OBJECT

public:
    explicit RegistrationForm(QWidget* parent = nullptr);

    /// Puts what stands in the fields into the draft; `held`: a password of a former try is still there.
    void writeTo(review::RegistrationDraft& draft, bool held) const;
    /// Shows at each field what is wrong with it, the server's word first.
    void showFaults(const review::RegistrationDraft& draft, const QDate& today, const FieldMessages& refused);
    /// From now on every field is judged.
    void reveal();
    /// Offers the way to the customer who has the e-mail address.
    void setExistingOffered(bool offered);

    /// The typed password, empty when none is; both fields are empty afterwards.
    Secret takePassword();
    void clearPasswords();
    /// Lets go of everything that was typed.
    void clear();
    void focusField(review::DraftField field);

Q_SIGNALS:
    void edited(finhub::review::DraftField field);
    /// A field was left that had been edited.
    void left();
    void existingWanted();

private:
    QLineEdit* addEdit(QGridLayout* grid, int row, int column, review::DraftField field,
                       const char* objectName, const QString& label, int widest);
    void addField(QGridLayout* grid, int row, int column, review::DraftField field, const QString& label,
                  QWidget* editor, int widest);
    void addPerson(QVBoxLayout* column);
    void addContact(QVBoxLayout* column);
    void addSignIn(QVBoxLayout* column);
    void noteEdit(review::DraftField field);
    void noteLeave(review::DraftField field);
    void showHints(const review::RegistrationDraft& draft, const QDate& today);
    QString textOf(review::DraftField field) const;

    QHash<review::DraftField, FormField*> m_fields;
    QHash<review::DraftField, QLineEdit*> m_edits;
    QComboBox* m_gender = nullptr;
    QCheckBox* m_ownerRole = nullptr;
    QCheckBox* m_userRole = nullptr;
    FormField* m_roles = nullptr;
    PasswordRules* m_rules = nullptr;
    QPushButton* m_openExisting = nullptr;
    QSet<review::DraftField> m_touched;
    QSet<review::DraftField> m_judged;
    bool m_clearing = false;
};

} // namespace finhub::views
