#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

namespace finhub::walkthrough {

/// What a condition looks at.
enum class Check {
    Visible,
    Hidden, ///< also when no such widget exists: a dialog that was closed may be gone
    Enabled,
    Disabled,
    Focused,
    TextEquals,
    TextContains,
    TextDiffers,
    RowsAtLeast,
    PropertyEquals,
};

/// Something that can be seen to be true of one widget. All checks but `Hidden` and `PropertyEquals` ask for
/// a visible widget: what cannot be seen is no evidence.
struct Condition {
    QString target; ///< object name, else accessible name
    Check check = Check::Visible;
    QString text;        ///< Text…: what is compared with
    int row = -1;        ///< Text…, item views: this row only; -1: any row
    int column = -1;     ///< Text…, item views: this column only; -1: any column
    int rows = 0;        ///< RowsAtLeast
    QByteArray property; ///< PropertyEquals: name of the Qt property
    QVariant value;      ///< PropertyEquals: bool, double or QString

    /// What is asked, for the report: `text contains "Consents"`.
    QString describe() const;
};

} // namespace finhub::walkthrough
