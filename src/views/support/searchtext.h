#pragma once

#include <QString>

namespace finhub::views {

/// What was typed or pasted into the search, as the directory understands it (3.1: words that all have to
/// occur, each a part of name, e-mail, phone or the start of the id; at most 100 characters). What comes
/// along with a copied address is dropped (`mailto:`, `tel:`, quotes, angle brackets, line breaks), and a
/// phone number is brought into the form in which it is stored: `+37060012345`.
QString searchTextOf(const QString& typed);

} // namespace finhub::views
