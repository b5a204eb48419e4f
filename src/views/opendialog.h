#pragma once

class QDialog;

namespace finhub::views {

/// Opens a dialog over the middle of its window, without a loop of its own; it deletes itself when it closes.
void openCentred(QDialog* dialog);

} // namespace finhub::views
