#include "review/journal/journalkeyfile.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <utility>

namespace finhub::review {

namespace {
constexpr qint64 MaxKeyBytes = 256;

QString unusedName(const QString& file, const QString& why)
{
    return QStringLiteral("%1.%2-%3")
        .arg(file, why)
        .arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
}
} // namespace

JournalKeyFile::JournalKeyFile(QString file, Disk& disk)
    : m_file(std::move(file))
    , m_folder(QFileInfo(m_file).absolutePath())
    , m_disk(disk)
{
}

const JournalKey* JournalKeyFile::key()
{
    // Twice: whoever was faster has made the one that counts.
    for (int attempt = 0; attempt < 2 && !m_key; ++attempt) {
        const Found found = read();
        if (found == Found::Nothing || (found == Found::Missing && !make()))
            return nullptr;
    }
    if (!m_key)
        read();
    return m_key ? &*m_key : nullptr;
}

JournalKeyFile::Found JournalKeyFile::read()
{
    Disk::Refusal why = Disk::Refusal::None;
    std::optional<QByteArray> text;
    {
        const OpenFile file(m_disk, m_disk.open(m_file, Disk::Mode::Read, why));
        if (!file.isOpen())
            return why == Disk::Refusal::Missing ? Found::Missing : Found::Nothing;
        text = m_disk.read(file.descriptor(), 0, MaxKeyBytes);
    }
    if (!text)
        return Found::Nothing;
    m_key = JournalKey::fromText(*text);
    wipe(*text);
    if (m_key)
        return Found::Key;
    return m_disk.rename(m_file, unusedName(m_file, QStringLiteral("damaged"))) ? Found::Missing
                                                                                : Found::Nothing;
}

/// Under another name first: nobody ever reads half a key.
bool JournalKeyFile::make()
{
    if (!m_disk.makeFolder(m_folder))
        return false;
    const QString making = unusedName(m_file, QStringLiteral("new"));
    Disk::Refusal why = Disk::Refusal::None;
    const Secret text = JournalKey::make().toText();
    bool made = false;
    {
        const OpenFile file(m_disk, m_disk.open(making, Disk::Mode::New, why));
        if (!file.isOpen())
            return false;
        made = m_disk.writeAll(file.descriptor(), text.view()) && m_disk.sync(file.descriptor());
    }
    if (made)
        made = m_disk.link(making, m_file, why) || why == Disk::Refusal::Exists;
    m_disk.remove(making);
    return made && m_disk.syncFolder(m_folder);
}

} // namespace finhub::review
