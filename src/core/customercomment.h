#pragma once

#include <QString>
#include <QStringList>

namespace finhub {

/// What an officer's own text for the customer gives away (section 5: no tipping off): the name of an
/// internal reason in any spelling, a word that can only mean one, or a code of the catalogue as it stands in
/// the contract. The words found, as they would be read; empty: nothing.
QString givenAway(const QString& text);

/// Exactly what the customer will read beside these reasons: the neutral sentence when one of them is
/// internal, whatever the officer wrote; else the officer's own text without the spaces around it; and the
/// text composed from the reasons when there is none, or when it gives something away. It never holds a code.
QString customerComment(const QStringList& reasonCodes, const QString& own);

} // namespace finhub
