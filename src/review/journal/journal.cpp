#include "review/journal/journal.h"

namespace finhub::review {

Journal::~Journal() = default;

QString Journal::damagedFile() const
{
    return {};
}

std::optional<QByteArray> Journal::slice(const CustomerId& /*customer*/) const
{
    return std::nullopt;
}

} // namespace finhub::review
