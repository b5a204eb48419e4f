#include "views/limitedtext.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextDocument>

namespace finhub::views {

void limitLength(QPlainTextEdit* edit, int maximum)
{
    QObject::connect(edit->document(), &QTextDocument::contentsChange, edit,
                     [edit, maximum](int position, int, int added) {
                         // The document counts one closing character more than it has.
                         const int length = edit->document()->characterCount() - 1;
                         const int excess = length - maximum;
                         if (excess <= 0)
                             return;
                         const int end = qMin(position + added, length);
                         QTextCursor cursor(edit->document());
                         cursor.setPosition(qMax(0, end - excess));
                         cursor.setPosition(end, QTextCursor::KeepAnchor);
                         cursor.removeSelectedText();
                     });
}

} // namespace finhub::views
