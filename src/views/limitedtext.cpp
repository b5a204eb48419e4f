#include "views/limitedtext.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextDocument>

namespace finhub::views {

void limitLength(QPlainTextEdit* edit, int maximum)
{
    QObject::connect(edit->document(), &QTextDocument::contentsChange, edit,
                     [edit, maximum](int position, int, int added) {
                         const int excess = edit->document()->characterCount() - 1 - maximum;
                         if (excess <= 0)
                             return;
                         QTextCursor cursor(edit->document());
                         const int end = position + added;
                         cursor.setPosition(qMax(0, end - excess));
                         cursor.setPosition(qMin(end, edit->document()->characterCount() - 1),
                                            QTextCursor::KeepAnchor);
                         cursor.removeSelectedText();
                     });
}

} // namespace finhub::views
