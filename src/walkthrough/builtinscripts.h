#pragma once

#include "walkthrough/script.h"
#include "walkthrough/scripterror.h"

#include <QStringList>

#include <tl/expected.hpp>

/// The walkthroughs that are compiled into the program (resources/walkthroughs).
namespace finhub::walkthrough {

QStringList builtInScriptNames();

/// Reads the script of this name; an unknown name is an error that lists the known ones.
tl::expected<Script, ScriptError> builtInScript(const QString& name);

} // namespace finhub::walkthrough
