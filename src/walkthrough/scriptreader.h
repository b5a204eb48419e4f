#pragma once

#include "walkthrough/script.h"
#include "walkthrough/scripterror.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace finhub::walkthrough {

/// Reads a script from JSON. Strict: unknown members, members that do not fit the action, and `${names}` that
/// no earlier step remembers are errors, since a script that is silently misunderstood shows nothing.
tl::expected<Script, ScriptError> readScript(const QByteArray& json);

} // namespace finhub::walkthrough
