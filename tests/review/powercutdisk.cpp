#include "review/powercutdisk.h"

#include <algorithm>
#include <utility>

namespace finhub::test {

PowerCutDisk::PowerCutDisk() = default;
PowerCutDisk::~PowerCutDisk() = default;

QString PowerCutDisk::folderOf(const QString& path)
{
    return path.left(path.lastIndexOf(u'/'));
}

/// Without power nothing works any more, and nothing changes.
bool PowerCutDisk::works()
{
    m_off = m_off || calls == powerOffAt;
    ++calls;
    return !m_off;
}

void PowerCutDisk::apply(const NameChange& change, Names& names)
{
    for (const auto& [name, node] : change.names) {
        if (node)
            names.insert(name, node);
        else
            names.remove(name);
    }
}

void PowerCutDisk::change(NameChange change)
{
    apply(change, m_now);
    m_pending << std::move(change);
}

QByteArray PowerCutDisk::contentAfter(const Node& node, QRandomGenerator& chance)
{
    QByteArray content = node.durable;
    const auto whole = chance.bounded(node.pending.size() + 1);
    for (qsizetype i = 0; i < node.pending.size() && i <= whole; ++i) {
        const Change& change = node.pending.at(i);
        content.truncate(change.at);
        if (i < whole) {
            content += change.bytes;
            continue;
        }
        // In the middle of it: a beginning, and of the rest the length alone, or not even that.
        const auto begun = chance.bounded(change.bytes.size() + 1);
        content += change.bytes.left(begun);
        if (chance.bounded(2) == 1)
            content += QByteArray(change.bytes.size() - begun, '\0');
    }
    return content;
}

std::unique_ptr<PowerCutDisk> PowerCutDisk::afterwards(QRandomGenerator& chance) const
{
    Names left = m_durable;
    for (const NameChange& change : m_pending) {
        if (chance.bounded(2) == 1)
            apply(change, left);
    }
    auto disk = std::make_unique<PowerCutDisk>();
    QHash<const Node*, NodePtr> copies;
    for (auto it = left.cbegin(); it != left.cend(); ++it) {
        NodePtr& copy = copies[it.value().get()];
        if (!copy) {
            copy = std::make_shared<Node>();
            copy->isFolder = it.value()->isFolder;
            copy->durable = copy->now = contentAfter(*it.value(), chance);
        }
        // What lies in a folder that is gone cannot be found.
        const QString folder = folderOf(it.key());
        if (it.value()->isFolder || left.contains(folder))
            disk->m_durable.insert(it.key(), copy);
    }
    disk->m_now = disk->m_durable;
    return disk;
}

QByteArray PowerCutDisk::content(const QString& path) const
{
    const NodePtr node = m_now.value(path);
    return node ? node->now : QByteArray();
}

bool PowerCutDisk::makeFolder(const QString& path)
{
    if (!works())
        return false;
    if (!m_now.contains(path)) {
        auto folder = std::make_shared<Node>();
        folder->isFolder = true;
        change({folderOf(path), {{path, folder}}});
    }
    return syncFolder(folderOf(path));
}

QStringList PowerCutDisk::files(const QString& folder, const QString& ending, qsizetype most)
{
    QStringList names;
    for (auto it = m_now.cbegin(); it != m_now.cend() && names.size() < most; ++it) {
        if (!it.value()->isFolder && folderOf(it.key()) == folder && it.key().endsWith(ending))
            names << it.key().mid(folder.size() + 1);
    }
    return names;
}

QDateTime PowerCutDisk::changedAt(const QString& /*path*/)
{
    return {};
}

int PowerCutDisk::open(const QString& path, Mode mode, Refusal& why)
{
    why = Refusal::None;
    const bool present = m_now.contains(path);
    const bool makes = mode == Mode::New || (mode == Mode::Append && !present);
    if (makes ? !works() : m_off) {
        why = Refusal::Other;
        return -1;
    }
    if (present && mode == Mode::New)
        why = Refusal::Exists;
    else if ((!present && !makes) || (makes && !m_now.contains(folderOf(path))))
        why = Refusal::Missing;
    if (why != Refusal::None)
        return -1;
    if (makes)
        change({folderOf(path), {{path, std::make_shared<Node>()}}});
    m_open.insert(m_nextFile, m_now.value(path));
    return m_nextFile++;
}

void PowerCutDisk::close(int file)
{
    const NodePtr node = m_open.take(file);
    if (node && node->lockedBy == file)
        node->lockedBy = -1;
}

bool PowerCutDisk::lock(int file, Patience /*patience*/)
{
    const NodePtr locked = node(file);
    if (m_off || !locked || (locked->lockedBy >= 0 && locked->lockedBy != file))
        return false;
    locked->lockedBy = file;
    return true;
}

bool PowerCutDisk::isAt(int file, const QString& path)
{
    return node(file) && m_now.value(path) == node(file);
}

qint64 PowerCutDisk::size(int file)
{
    return node(file) && !m_off ? node(file)->now.size() : -1;
}

std::optional<QByteArray> PowerCutDisk::read(int file, qint64 from, qint64 most)
{
    if (!node(file) || m_off)
        return std::nullopt;
    // A copy of its own: whoever has read a secret overwrites it.
    const QByteArrayView bytes =
        QByteArrayView(node(file)->now).sliced(std::min(from, qint64(node(file)->now.size())));
    return bytes.first(std::min(most, qint64(bytes.size()))).toByteArray();
}

/// In two pieces, so that the power can go between them.
qint64 PowerCutDisk::write(int file, QByteArrayView bytes)
{
    if (!works() || !node(file))
        return -1;
    const QByteArray piece = bytes.first((bytes.size() + 1) / 2).toByteArray();
    node(file)->pending << Change{node(file)->now.size(), piece};
    node(file)->now += piece;
    return piece.size();
}

bool PowerCutDisk::truncate(int file, qint64 size)
{
    if (!works() || !node(file))
        return false;
    node(file)->pending << Change{size, {}};
    node(file)->now.truncate(size);
    return true;
}

bool PowerCutDisk::sync(int file)
{
    if (!works() || !node(file))
        return false;
    node(file)->durable = node(file)->now;
    node(file)->pending.clear();
    return true;
}

bool PowerCutDisk::syncFolder(const QString& path)
{
    if (!works())
        return false;
    for (const NameChange& change : std::as_const(m_pending)) {
        if (change.folder == path)
            apply(change, m_durable);
    }
    m_pending.removeIf([&path](const NameChange& change) { return change.folder == path; });
    return true;
}

bool PowerCutDisk::link(const QString& from, const QString& to, Refusal& why)
{
    why = !m_now.contains(from) ? Refusal::Missing : m_now.contains(to) ? Refusal::Exists : Refusal::None;
    if (!works())
        why = Refusal::Other;
    if (why != Refusal::None)
        return false;
    change({folderOf(to), {{to, m_now.value(from)}}});
    return true;
}

bool PowerCutDisk::rename(const QString& from, const QString& to)
{
    if (!works() || !m_now.contains(from))
        return false;
    change({folderOf(to), {{to, m_now.value(from)}, {from, nullptr}}});
    return true;
}

bool PowerCutDisk::remove(const QString& path)
{
    if (!works() || !m_now.contains(path))
        return false;
    change({folderOf(path), {{path, nullptr}}});
    return true;
}

} // namespace finhub::test
