#pragma once

#include <QByteArrayView>
#include <QString>

namespace finhub::api {

/// What may be left in a copy of the server's answers that others get to see: ids, words of enumerations,
/// times, numbers and flags under the names that the contract gives them. The list says what is known to be
/// harmless; whatever it does not name may be about a person.
bool isHarmlessText(QByteArrayView member, const QString& value);
bool isHarmlessNumber(QByteArrayView member);
bool isHarmlessFlag(QByteArrayView member);

/// Whether the name of a member is one, and not a value in the place of a name.
bool isHarmlessName(QByteArrayView member);

} // namespace finhub::api
