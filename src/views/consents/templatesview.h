#pragma once

#include "api/finhub.h"
#include "models/templatelistmodel.h"
#include "review/consenttexts.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QDialog;

namespace Ui {
class TemplatesView;
}

namespace finhub::views {

enum class Ink;

/// The texts of the consents (2.14): every version of each, which can be read, created and changed. What was
/// typed is never lost silently: leaving it asks, and the end of the session keeps it. GUI thread.
class TemplatesView : public QWidget {
    Q_OBJECT

public:
    explicit TemplatesView(api::FinHub& finhub, QWidget* parent = nullptr);
    ~TemplatesView() override;

    /// Reads the list.
    void begin();
    /// Lets go of the texts and of what was typed.
    void clear();
    /// Whether a text is being written that has not been saved.
    bool hasUnsavedText() const;

Q_SIGNALS:
    void backWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void connectParts();
    void refresh();
    void showPage();
    void showChosen();
    void showButtons();
    void showMessage(const QString& text, Ink ink);
    void choose(const ConsentTemplate& text);
    void onChosen();
    void write(const std::function<void()>& start);
    void stopWriting();
    void leave(const std::function<void()>& then);
    void save(const ConsentTemplate& text);
    void onSaved(const ConsentTemplate& saved);
    void onFailed(const ConsentTemplate& text, const Error& error);
    void lookForUnsure();
    bool mayWrite() const;

    std::unique_ptr<Ui::TemplatesView> m_ui;
    api::FinHub& m_finhub;
    review::ConsentTexts& m_texts;
    models::TemplateListModel m_list;
    std::optional<ConsentTemplate> m_chosen;
    bool m_writing = false;
    bool m_following = false; ///< the list is being brought to what is chosen, not the other way round
    CallPtr<ConsentTemplate> m_saving;
    std::optional<ConsentTemplate> m_unsure; ///< sent, but whether it was saved is not known (R19)
    QPointer<QDialog> m_question;
};

} // namespace finhub::views
