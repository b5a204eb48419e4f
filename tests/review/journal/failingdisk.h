#pragma once

#include "review/disk.h"

namespace finhub::test {

/// A disk on which the call of this number fails, whichever it is.
class FailingDisk : public review::Disk {
public:
    enum class How {
        Refused, ///< no space, an I/O error, no permission: nothing was done
        Short,   ///< a write does half, and the next one fails
        AndAll,  ///< nothing works any more from then on
    };

    int failAt = -1; ///< the number of the call that fails, from 0 on; -1 for none
    How how = How::Refused;
    int calls = 0;   ///< that could have failed
    int written = 0; ///< of these, writes

    bool makeFolder(const QString& path) override { return works() && Disk::makeFolder(path); }
    int open(const QString& path, Mode mode, Refusal& why) override
    {
        if (works())
            return Disk::open(path, mode, why);
        why = Refusal::Other;
        return -1;
    }
    bool lock(int file, Patience patience) override { return works() && Disk::lock(file, patience); }
    qint64 size(int file) override { return works() ? Disk::size(file) : -1; }
    std::optional<QByteArray> read(int file, qint64 from, qint64 most) override
    {
        return works() ? Disk::read(file, from, most) : std::nullopt;
    }
    qint64 write(int file, QByteArrayView bytes) override
    {
        ++written;
        if (works())
            return Disk::write(file, bytes);
        if (how != How::Short)
            return -1;
        // One byte at least gets through, and what follows does not.
        failAt = calls;
        how = How::Refused;
        return Disk::write(file, bytes.first(bytes.size() / 2 + 1));
    }
    bool truncate(int file, qint64 size) override { return works() && Disk::truncate(file, size); }
    bool sync(int file) override { return works() && Disk::sync(file); }
    bool syncFolder(const QString& path) override { return works() && Disk::syncFolder(path); }
    bool link(const QString& from, const QString& to, Refusal& why) override
    {
        if (works())
            return Disk::link(from, to, why);
        why = Refusal::Other;
        return false;
    }
    bool rename(const QString& from, const QString& to) override { return works() && Disk::rename(from, to); }
    bool remove(const QString& path) override { return works() && Disk::remove(path); }

private:
    bool works()
    {
        const int call = calls++;
        return failAt < 0 || (how == How::AndAll ? call < failAt : call != failAt);
    }
};

} // namespace finhub::test
