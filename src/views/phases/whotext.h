#pragma once

#include <QString>

namespace finhub::api {
class FinHub;
}
namespace finhub::review {
class CaseFile;
}

namespace finhub::views {

/// Who a user id is, for people: "you", "the customer", the name that the activity gives to it, else the id
/// itself. Empty for an empty id.
QString whoText(const QString& userId, const review::CaseFile& file, const api::FinHub& finhub);

} // namespace finhub::views
