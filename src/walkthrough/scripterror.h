#pragma once

#include <QString>

namespace finhub::walkthrough {

/// What is wrong with a script, for whoever writes it.
struct ScriptError {
    int step = 0;    ///< from 1, as in the pictures' names; 0: the script itself
    QString member;  ///< path below the step, `expect[0].target`; may be empty
    QString problem; ///< `is missing`

    /// One line: `step 3, member "expect[0].target": is missing`.
    QString describe() const
    {
        QString where = step > 0 ? QStringLiteral("step %1").arg(step) : QStringLiteral("script");
        if (!member.isEmpty())
            where += QStringLiteral(", member \"%1\"").arg(member);
        return QStringLiteral("%1: %2").arg(where, problem);
    }
};

} // namespace finhub::walkthrough
