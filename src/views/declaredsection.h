#pragma once

#include "review/fieldchecks.h"
#include "views/fieldlist.h"
#include "views/widgets/tickbutton.h"

#include <QPointer>

#include <optional>

class QAction;
class QLabel;

namespace finhub::review {
class CaseFile;
}

namespace finhub::views {

/// What the customer declared, beside the document that should show it: each field that the document can show
/// gets a tick, by a click on its mark or by a key for the current field (the one with the ring), which then
/// moves on. The ticks are kept for each document, with the case. GUI thread.
class DeclaredSection : public FieldList {
    Q_OBJECT

public:
    explicit DeclaredSection(QWidget* parent = nullptr);

    /// Another case with the ticks that it has, or none; both outlive it here.
    void setCase(const review::CaseFile* file, review::FieldChecks* checks);
    /// The document that is on the screen; nullopt while there is none, and nothing can be ticked.
    void setDocument(const std::optional<Document>& document);
    /// Shows what has changed in the case.
    void refresh();

private:
    void addTickAction(const QString& name, Tick tick);
    const Person* person() const;
    QList<review::DeclaredField> fields() const;
    Tick tickOf(review::DeclaredField field) const;
    void setTick(review::DeclaredField field, Tick tick);
    void tickCurrent(Tick tick);
    void goOn();
    void step(int by);
    void showCount();
    QList<FieldRow> rows() const;

    const review::CaseFile* m_file = nullptr;
    std::optional<Document> m_document;
    QPointer<review::FieldChecks> m_checks;
    std::optional<review::DeclaredField> m_current;
    QLabel* m_count;
    QWidget* m_buttons;
};

} // namespace finhub::views
