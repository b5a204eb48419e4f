#pragma once

#include "core/error.h"
#include "core/requests.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace Ui {
class TemplateForm;
}
namespace finhub::review {
class ConsentTexts;
}

namespace finhub::views {

/// Writing a consent text (2.14): a new version, prefilled from the one in force, or a change of one that
/// exists. Values are checked when saving is asked for, and while typing after that; what the server does not
/// accept is said at its field. GUI thread.
class TemplateForm : public QWidget {
    Q_OBJECT

public:
    explicit TemplateForm(QWidget* parent = nullptr);
    ~TemplateForm() override;

    /// Where versions and prefilled texts come from; outlives the form.
    void setTexts(const review::ConsentTexts* texts) { m_texts = texts; }

    void startNew(ConsentType type);
    void startChange(const ConsentTemplate& text);
    /// Lets go of what was typed.
    void clear();

    /// What has been entered; with the id of the text that is changed, empty for a new one.
    ConsentTemplate entered() const;
    /// Whether something was typed that differs from what the form began with.
    bool isDirty() const;
    /// Says at its field what the server did not accept. False when none of it belongs to a field here.
    bool showFaults(const Error& error);
    void setBusy(bool busy);

Q_SIGNALS:
    /// What was entered is in order and is to be saved.
    void saveWanted(const finhub::ConsentTemplate& text);
    void cancelWanted();

private:
    void fill(const ConsentTemplate& text);
    void fillType(ConsentType type);
    void onTypeChosen();
    void save();
    bool check();
    void onEdited();
    void showNote();
    QString versionFault(const ConsentTemplate& text) const;

    std::unique_ptr<Ui::TemplateForm> m_ui;
    const review::ConsentTexts* m_texts = nullptr;
    ConsentTemplate m_start; ///< what the form began with
    bool m_isNew = true;
    bool m_checked = false; ///< saving was asked for, so faults are shown while typing
    bool m_filling = false;
};

} // namespace finhub::views
