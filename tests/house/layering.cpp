#include "house/layering.h"

#include "house/houserules.h"
#include "house/sourcetext.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace finhub::house {

namespace {
QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

/// Whether a path below src/ lies in one of these folders; `*.cpp` stands for every file of that kind.
bool liesIn(const QString& inner, const char* folders)
{
    for (const QString& folder : words(folders)) {
        const bool matches = folder.startsWith(u'*') ? inner.endsWith(folder.mid(1))
                                                     : inner.startsWith(folder + u'/') || inner == folder;
        if (matches)
            return true;
    }
    return false;
}

/// Which module each header of this Qt belongs to, read from where it is installed.
const QHash<QString, QString>& qtHeaders()
{
    static const QHash<QString, QString> headers = [] {
        QHash<QString, QString> found;
        const QDir root(QLibraryInfo::path(QLibraryInfo::HeadersPath));
        for (const char* module : {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSql", "QtSvg",
                                   "QtSvgWidgets", "QtPdf", "QtPdfWidgets", "QtTest", "QtXml", "QtDBus",
                                   "QtConcurrent", "QtPrintSupport", "QtOpenGL", "QtOpenGLWidgets"}) {
            const QDir dir(root.filePath(QLatin1String(module)));
            for (const QString& name : dir.entryList(QDir::Files))
                found.insert(name, QLatin1String(module));
        }
        return found;
    }();
    return headers;
}

/// The rule for a header in angle brackets that only some may include, nullptr when there is none.
const ForeignHeader* foreignOf(const QString& include)
{
    // Qt's modules are ruled under their folder, however their header is written.
    const QString module = qtModuleOf(include);
    const QString full =
        module.isEmpty() || include.startsWith(module) ? include + u'/' : module + u'/' + include;
    for (const ForeignHeader& foreign : foreignHeaders()) {
        if (full.startsWith(QLatin1String(foreign.prefix)))
            return &foreign;
    }
    return nullptr;
}

class SourceCheck {
public:
    SourceCheck(QString path, const Room& room)
        : m_path(std::move(path))
        , m_inner(m_path.mid(4))
        , m_isHeader(m_path.endsWith(QStringLiteral(".h")))
        , m_room(room)
    {
    }

    QList<Violation> run(const QString& content)
    {
        const QList<SourceLine> lines = splitSource(content);
        for (m_line = 1; m_line <= lines.size(); ++m_line)
            check(lines[m_line - 1]);
        return m_found;
    }

private:
    void note(const QString& why) { m_found << Violation{m_path, m_line, why}; }

    void check(const SourceLine& line)
    {
        if (line.include.startsWith(u'"'))
            checkOwn(line.include.mid(1));
        else if (line.include.startsWith(u'<'))
            checkForeign(line.include.mid(1));
        static const auto patterns = [] {
            QList<QRegularExpression> compiled;
            for (const Ban& ban : bans())
                compiled << QRegularExpression(QLatin1String(ban.pattern));
            return compiled;
        }();
        for (int i = 0; i < patterns.size(); ++i) {
            const Ban& ban = bans()[static_cast<std::size_t>(i)];
            if (!liesIn(m_inner, ban.allowed) &&
                patterns[i].match(ban.inStrings ? line.strings : line.code).hasMatch())
                note(QLatin1String(ban.why));
        }
    }

    void checkOwn(const QString& include)
    {
        const QString target = include.section(u'/', 0, 0);
        if (!include.contains(u'/')) {
            // What moc and uic write has no folder.
            if (!include.endsWith(QStringLiteral(".moc")) && !include.startsWith(QStringLiteral("ui_")))
                note(QStringLiteral("includes are written \"room/file.h\", not \"%1\"").arg(include));
            return;
        }
        if (!findRoom(target))
            note(QStringLiteral("\"%1\" is in no room of the house").arg(include));
        else if (target != QLatin1String(m_room.name) && !words(m_room.rooms).contains(target))
            note(QStringLiteral("%1 must not include %2").arg(QLatin1String(m_room.name), include));
    }

    void checkForeign(const QString& include)
    {
        if (const ForeignHeader* foreign = foreignOf(include)) {
            if (!liesIn(m_inner, m_isHeader ? foreign->headers : foreign->sources))
                note(QStringLiteral("<%1>: %2").arg(include, QLatin1String(foreign->why)));
            return;
        }
        const QString module = qtModuleOf(include);
        if (!module.isEmpty() && !words(m_room.qtModules).contains(module))
            note(
                QStringLiteral("%1 must not use %2 (<%3>)").arg(QLatin1String(m_room.name), module, include));
    }

    QString m_path;
    QString m_inner; ///< below src/
    bool m_isHeader;
    const Room& m_room;
    int m_line = 0;
    QList<Violation> m_found;
};

/// What the libraries of a room link, against its row.
QList<Violation> linksIn(const QString& path, const QString& content, const Room& room)
{
    static const QRegularExpression library(
        QStringLiteral("(?:finhub_library|target_link_libraries)\\s*\\(\\s*(\\S+)([^)]*)\\)"));
    static const QRegularExpression privatePart(QStringLiteral("\\bPRIVATE"));
    static const QRegularExpression target(QStringLiteral("\\b(finhub_\\w+|\\w+::\\w+)"));
    QList<Violation> found;
    for (auto call = library.globalMatch(content); call.hasNext();) {
        const QRegularExpressionMatch match = call.next();
        // A program of its own beside the library, like the document worker, has walls of its own.
        const QString name = match.captured(1);
        if (name != QLatin1String(room.name) && name != QStringLiteral("finhub_") + QLatin1String(room.name))
            continue;
        const qsizetype privateAt = match.captured(2).indexOf(privatePart);
        for (auto it = target.globalMatch(match.captured(2)); it.hasNext();) {
            const QRegularExpressionMatch link = it.next();
            const QString linked = link.captured(1);
            const bool isPrivate = privateAt >= 0 && link.capturedStart() > privateAt;
            const QString other = linked.startsWith(QStringLiteral("finhub_")) ? linked.mid(7) : QString();
            const bool allowed = other.isEmpty()
                                     ? words(room.links).contains(linked) ||
                                           (isPrivate && words(room.privateLinks).contains(linked))
                                     : other == QStringLiteral("flags") || words(room.rooms).contains(other);
            if (!allowed) {
                const auto line =
                    content.left(match.capturedStart(2) + link.capturedStart()).count(u'\n') + 1;
                found << Violation{path, static_cast<int>(line),
                                   QStringLiteral("%1 must not link %2%3")
                                       .arg(QLatin1String(room.name), linked,
                                            isPrivate ? QString() : QStringLiteral(" in its headers"))};
            }
        }
    }
    return found;
}

/// Forms hold neither colours nor style sheets: those come from views/style.
QList<Violation> formIn(const QString& path, const QString& content)
{
    QList<Violation> found;
    int number = 0;
    for (const QString& line : content.split(u'\n')) {
        ++number;
        if (line.contains(QStringLiteral("<color")) || line.contains(QStringLiteral("name=\"styleSheet\"")))
            found << Violation{path, number, QStringLiteral("colours come from the tokens in views/style")};
    }
    return found;
}
} // namespace

QString qtModuleOf(const QString& header)
{
    QString folder = header.section(u'/', 0, 0);
    if (folder != header && folder.startsWith(QStringLiteral("Qt")))
        return folder;
    return qtHeaders().value(header);
}

QList<Violation> leaksIn(const QMap<QString, QString>& files)
{
    // Which header brings which library along, and which headers each header includes.
    QHash<QString, QStringList> includes;
    QHash<QString, QString> brings;
    for (auto it = files.begin(); it != files.end(); ++it) {
        for (const SourceLine& line : splitSource(it.value())) {
            if (line.include.startsWith(u'"'))
                includes[it.key()] << QStringLiteral("src/") + line.include.mid(1);
            else if (line.include.startsWith(u'<') && foreignOf(line.include.mid(1)))
                brings[it.key()] = line.include.mid(1);
        }
    }
    QList<Violation> found;
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QString room = it.key().section(u'/', 1, 1);
        QStringList reached = includes.value(it.key());
        for (qsizetype i = 0; i < reached.size(); ++i) {
            const QString header = reached[i];
            if (header.section(u'/', 1, 1) != room && brings.contains(header))
                found << Violation{it.key(), 1,
                                   QStringLiteral("reaches <%1> through %2").arg(brings[header], header)};
            for (const QString& further : includes.value(header)) {
                if (!reached.contains(further))
                    reached << further;
            }
        }
    }
    return found;
}

QList<Violation> violationsIn(const QString& path, const QString& content)
{
    if (path.startsWith(QStringLiteral("ui/")))
        return formIn(path, content);
    if (!path.startsWith(QStringLiteral("src/")))
        return {};
    QList<Violation> found;
    const bool isCode = path.endsWith(QStringLiteral(".h")) || path.endsWith(QStringLiteral(".cpp"));
    const auto lines = content.count(u'\n');
    if (isCode && lines > MaxLines)
        found << Violation{path, MaxLines + 1,
                           QStringLiteral("%1 lines: which second thing does this file do?").arg(lines)};
    const QString name = path.section(u'/', 1, 1);
    const Room* const room = findRoom(name);
    if (!room) {
        if (path.count(u'/') > 1)
            found << Violation{path, 1, QStringLiteral("%1 is no room of the house").arg(name)};
        return found;
    }
    if (isCode)
        return found + SourceCheck(path, *room).run(content);
    if (path.endsWith(QStringLiteral("CMakeLists.txt")) || path.endsWith(QStringLiteral(".cmake")))
        return found + linksIn(path, content, *room);
    return found;
}

} // namespace finhub::house
