#include "review/pack/packzip.h"

#include <QRegularExpression>
#include <QSet>

#include <zip.h>

#include <memory>

namespace finhub::review {

namespace {
struct SourceEnd {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveEnd {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FileEnd {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Source = std::unique_ptr<zip_source_t, SourceEnd>;
using Archive = std::unique_ptr<zip_t, ArchiveEnd>;
using OpenFile = std::unique_ptr<zip_file_t, FileEnd>;

/// A second owner of the source, since opening takes one.
Archive open(const Source& source, int flags)
{
    zip_source_keep(source.get());
    Archive archive(zip_open_from_source(source.get(), flags, nullptr));
    if (!archive)
        zip_source_free(source.get());
    return archive;
}

bool add(zip_t* archive, const PackFile& file, const QDateTime& time)
{
    zip_source_t* content = zip_source_buffer(archive, file.content.constData(),
                                              static_cast<zip_uint64_t>(file.content.size()), 0);
    if (!content)
        return false;
    const zip_int64_t index =
        zip_file_add(archive, file.name.toUtf8().constData(), content, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(content);
        return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_file_set_mtime(archive, at, static_cast<time_t>(time.toSecsSinceEpoch()), 0) == 0;
}

QByteArray contentOf(zip_source_t* source)
{
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0)
        return {};
    QByteArray bytes(static_cast<qsizetype>(status.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(source, bytes.data(), status.size);
    zip_source_close(source);
    return got == static_cast<zip_int64_t>(status.size) ? bytes : QByteArray();
}

std::optional<PackFile> extract(zip_t* archive, zip_uint64_t index, qint64 room)
{
    zip_stat_t status;
    zip_stat_init(&status);
    constexpr zip_uint64_t Needed = ZIP_STAT_NAME | ZIP_STAT_SIZE;
    if (zip_stat_index(archive, index, 0, &status) != 0 || (status.valid & Needed) != Needed ||
        status.size > static_cast<zip_uint64_t>(std::min(room, MaxPackFileBytes)))
        return std::nullopt;
    PackFile file{.name = QString::fromUtf8(status.name), .content = {}};
    const OpenFile opened(zip_fopen_index(archive, index, 0));
    if (!opened || !isPackName(file.name))
        return std::nullopt;
    file.content.resize(static_cast<qsizetype>(status.size));
    // To the end and beyond, so that the check sum is compared and a size that lies is noticed.
    char beyond = 0;
    if (zip_fread(opened.get(), file.content.data(), status.size) != static_cast<zip_int64_t>(status.size) ||
        zip_fread(opened.get(), &beyond, 1) != 0)
        return std::nullopt;
    return file;
}
} // namespace

bool isPackName(const QString& name)
{
    static const QRegularExpression pattern(
        QStringLiteral("^([A-Za-z0-9_-][A-Za-z0-9._-]*/)?[A-Za-z0-9_-][A-Za-z0-9._-]*$"));
    return name.size() <= 100 && pattern.match(name).hasMatch() && !name.endsWith(u'\n');
}

QByteArray zipPack(const QList<PackFile>& files, const QDateTime& time)
{
    const Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!source)
        return {};
    Archive archive = open(source, ZIP_TRUNCATE);
    if (!archive)
        return {};
    for (const PackFile& file : files) {
        if (!isPackName(file.name) || !add(archive.get(), file, time))
            return {};
    }
    if (zip_close(archive.get()) != 0)
        return {};
    // Closing it has freed it.
    static_cast<void>(archive.release());
    return contentOf(source.get());
}

std::optional<QList<PackFile>> unzipPack(const QByteArray& zip)
{
    if (zip.size() > MaxPackBytes)
        return std::nullopt;
    const Source source(
        zip_source_buffer_create(zip.constData(), static_cast<zip_uint64_t>(zip.size()), 0, nullptr));
    if (!source)
        return std::nullopt;
    const Archive archive = open(source, ZIP_RDONLY | ZIP_CHECKCONS);
    if (!archive)
        return std::nullopt;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 1 || count > MaxPackFiles)
        return std::nullopt;
    QList<PackFile> files;
    QSet<QString> names;
    qint64 room = MaxPackBytes;
    for (zip_int64_t i = 0; i < count; ++i) {
        std::optional<PackFile> file = extract(archive.get(), static_cast<zip_uint64_t>(i), room);
        if (!file || names.contains(file->name))
            return std::nullopt;
        room -= file->content.size();
        names << file->name;
        files << *std::move(file);
    }
    return files;
}

} // namespace finhub::review
