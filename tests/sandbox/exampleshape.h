#pragma once

#include "sandbox/json.h"

#include <QString>

namespace finhub::test {

/// An example of the contract from examples/NAME.json.
sandbox::Json exampleNamed(const char* name);

/// Compares an answer with an example of the contract, member by member and in the example's order. Texts in
/// angle brackets stand for what differs from call to call: `<id>`, `<time>`, `<jwt>`, `<text>`, `<number>`,
/// `<hash>`. Empty when they agree, else where they do not.
QString differenceFromExample(const sandbox::Json& example, const sandbox::Json& answer,
                              const QString& path = QStringLiteral("$"));

} // namespace finhub::test
