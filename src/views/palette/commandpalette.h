#pragma once

#include "api/finhub.h"
#include "views/palette/palettemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace finhub::views {

class CustomerSearch;

/// The command palette: one field that finds actions, customers and settings, worked with the keyboard alone.
/// It closes itself, then says what was chosen. It goes with the session, since it may show customers.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(api::FinHub& finhub, QWidget* parent = nullptr);

    /// Opens it below the top of this window. It deletes itself when it is closed.
    void openOver(QWidget* window);

Q_SIGNALS:
    void actionChosen(const QString& id);
    void customerChosen(const finhub::DirectoryEntry& customer);
    void settingChosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void onText(const QString& text);
    void choose();
    void keepOneCurrent();
    void showMessage();

    api::FinHub& m_finhub;
    CustomerSearch* m_search;
    PaletteModel m_model;
    QLineEdit* m_edit;
    QListView* m_list;
    QLabel* m_message;
    QList<DirectoryEntry> m_customers;
    bool m_more = false;
    QString m_failure; ///< why no customers could be looked for
};

} // namespace finhub::views
