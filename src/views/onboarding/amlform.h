#pragma once

#include "review/registrationdraft.h"
#include "views/onboarding/registrationtexts.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace finhub::views {

class FieldList;
class FormField;

/// The third step: the AML parametrization, which may be left out, and beside it what the customer will be:
/// the resulting risk with what it asks for, and the data that are about to be registered. GUI thread.
class AmlForm : public QWidget {
    Q_OBJECT

public:
    explicit AmlForm(QWidget* parent = nullptr);

    void writeTo(review::RegistrationDraft& draft) const;
    /// Shows the draft's faults and what follows from it.
    void showDraft(const review::RegistrationDraft& draft, const QDate& today, const FieldMessages& refused);
    /// From now on every field is judged.
    void reveal();
    void clear();
    void focusFirst();
    void focusField(review::DraftField field);

Q_SIGNALS:
    void edited(finhub::review::DraftField field);

private:
    QWidget* makeFields();
    QWidget* makeResult();
    template <typename E>
    QComboBox* makeBox(const char* objectName, QString (*text)(E), review::DraftField field);
    void showResult(const review::RegistrationDraft& draft);
    void showUse();

    QCheckBox* m_use;
    QLabel* m_unused;
    QWidget* m_fields = nullptr;
    QHash<review::DraftField, FormField*> m_parts;
    QComboBox* m_risk = nullptr;
    QSpinBox* m_score = nullptr;
    QCheckBox* m_pep = nullptr;
    QComboBox* m_pepCategory = nullptr;
    QComboBox* m_sanctions = nullptr;
    QComboBox* m_monitoring = nullptr;
    QCheckBox* m_edd = nullptr;
    FieldList* m_result = nullptr;
    FieldList* m_data = nullptr;
    bool m_judged = false;
};

} // namespace finhub::views
