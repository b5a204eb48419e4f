#pragma once

#include "walkthrough/script.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace finhub::walkthrough {

/// The values that a walkthrough has remembered so far.
class Variables {
public:
    void set(const QString& name, const QString& value) { m_values.insert(name, value); }

    /// The text with every known `${name}` replaced; values are not expanded again.
    QString expand(const QString& text) const;
    /// The step with every text in it expanded.
    Step expand(Step step) const;

    /// The names that a text uses, in their order.
    static QStringList namesIn(const QString& text);
    /// The names that any text of a step uses.
    static QStringList namesIn(const Step& step);

private:
    QHash<QString, QString> m_values;
};

} // namespace finhub::walkthrough
