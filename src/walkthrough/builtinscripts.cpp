#include "walkthrough/builtinscripts.h"

#include "walkthrough/scriptreader.h"

#include <QDir>
#include <QFile>

/// A static library's resources are left out by the linker unless somebody asks for them, and the macro that
/// does so works outside of every namespace only.
static void initWalkthroughResources()
{
    Q_INIT_RESOURCE(walkthroughs);
}

namespace finhub::walkthrough {

QStringList builtInScriptNames()
{
    initWalkthroughResources();
    QStringList names;
    const QStringList files = QDir(QStringLiteral(":/walkthroughs")).entryList(QDir::Files, QDir::Name);
    for (const QString& file : files)
        names << QFileInfo(file).completeBaseName();
    return names;
}

tl::expected<Script, ScriptError> builtInScript(const QString& name)
{
    const QStringList names = builtInScriptNames();
    if (!names.contains(name)) {
        const QString problem = QStringLiteral("no walkthrough is called \"%1\"; there are: %2");
        return tl::make_unexpected(ScriptError{0, {}, problem.arg(name, names.join(QStringLiteral(", ")))});
    }
    QFile file(QStringLiteral(":/walkthroughs/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(ScriptError{0, {}, file.errorString()});
    return readScript(file.readAll());
}

} // namespace finhub::walkthrough
