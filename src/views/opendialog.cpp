#include "views/opendialog.h"

#include "views/lock/curtain.h"

#include <QDialog>

namespace finhub::views {

void openCentred(QDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Some have a size of their own.
    if (!dialog->testAttribute(Qt::WA_Resized))
        dialog->adjustSize();
    if (const QWidget* parent = dialog->parentWidget()) {
        QRect place = dialog->rect();
        place.moveCenter(parent->window()->geometry().center());
        dialog->move(place.topLeft());
    }
    if (!Curtain::holdsBack(dialog))
        dialog->open();
}

} // namespace finhub::views
