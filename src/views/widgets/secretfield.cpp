#include "views/widgets/secretfield.h"

#include <QLineEdit>

namespace finhub::views {

Secret secretOf(const QLineEdit* edit)
{
    QByteArray utf8 = edit->text().toUtf8();
    return Secret::take(utf8);
}

void wipeField(QLineEdit* edit)
{
    // The buffer is the field's own, and this overwrites it there.
    QString held = edit->text();
    wipe(held);
    // Not clear(), which would leave a step to undo.
    edit->setText(QString());
}

} // namespace finhub::views
