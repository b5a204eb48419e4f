#pragma once

#include "core/result.h"
#include "review/journal/journalcheck.h"
#include "views/style/theme.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

namespace finhub::app {

/// What the program was started with. Paths are absolute.
struct CommandLine {
    bool demo = false;
    int customers = 200;
    quint64 seed = 1;
    QString profileFile;
    QString walkthrough;
    QString outputDirectory;
    /// MiB for documents and rendered pages together, where it is said; else the setting counts.
    std::optional<int> documentMemory;
    views::ThemeManager::Mode theme = views::ThemeManager::Mode::System;
    QString journalFile; ///< to be checked in place of starting; empty: none
    QList<review::JournalAnchor> anchors;
    QStringList warnings; ///< of the environment, for whoever signs in
    bool help = false;
    bool version = false;
};

/// Reads the arguments (the first is the program). Relative paths start from `directory`. The error is a
/// sentence for the person at the terminal.
tl::expected<CommandLine, QString> readCommandLine(const QStringList& arguments, const QString& directory);

/// The text of `--help`.
QString helpText();

} // namespace finhub::app
