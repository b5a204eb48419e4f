#pragma once

#include "sandbox/sandboxoptions.h"

#include <QStringList>

#include <tl/expected.hpp>

namespace finhub::sandbox {

/// What the command line asks for.
struct CommandLine {
    enum class Wish { Run, ShowHelp, ShowVersion };
    Wish wish = Wish::Run;
    SandboxOptions options;
};

/// Reads section 6's switches; the error is one sentence for the person who typed them.
tl::expected<CommandLine, QString> readCommandLine(const QStringList& arguments);
QString commandLineHelp();

} // namespace finhub::sandbox
