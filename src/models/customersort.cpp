#include "models/customersort.h"

namespace finhub::models {

std::optional<DirectorySort> sortOf(CustomerColumn column)
{
    switch (column) {
    case CustomerColumn::Name:
        return DirectorySort::Name;
    case CustomerColumn::Email:
        return DirectorySort::Email;
    case CustomerColumn::Nationality:
        return DirectorySort::Nationality;
    case CustomerColumn::Risk:
        return DirectorySort::Risk;
    case CustomerColumn::Stage:
        return DirectorySort::Stage;
    case CustomerColumn::Verification:
        return std::nullopt;
    case CustomerColumn::Waiting:
        return DirectorySort::SubmittedAt;
    case CustomerColumn::Created:
        return DirectorySort::CreatedAt;
    }
    return std::nullopt;
}

std::optional<CustomerColumn> columnOf(DirectorySort sort)
{
    for (int i = 0; i < CustomerColumnCount; ++i) {
        const auto column = static_cast<CustomerColumn>(i);
        if (sortOf(column) == sort)
            return column;
    }
    return std::nullopt;
}

} // namespace finhub::models
