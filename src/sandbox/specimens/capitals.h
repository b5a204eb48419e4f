#pragma once

#include <QString>

namespace finhub::sandbox {

/// Upper case as printed on documents: Greek capitals carry no accents.
QString capitals(const QString& text);

} // namespace finhub::sandbox
