#include "sandbox/specimens/capitals.h"

namespace finhub::sandbox {

QString capitals(const QString& text)
{
    QString out;
    for (const QChar c : text.toUpper()) {
        if (c.script() == QChar::Script_Greek && c.decompositionTag() == QChar::Canonical)
            out += c.decomposition().at(0);
        else
            out += c;
    }
    return out;
}

} // namespace finhub::sandbox
