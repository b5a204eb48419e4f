#pragma once

#include "review/disk.h"

#include <QHash>
#include <QMap>
#include <QRandomGenerator>

#include <memory>

namespace finhub::test {

/// A disk in memory whose power goes at a chosen call. What was synced is then there; of everything else any
/// part may be, in pieces, as zeros, or not at all: contents without their names, names without their
/// contents, a later name without an earlier one.
class PowerCutDisk : public review::Disk {
public:
    PowerCutDisk();
    ~PowerCutDisk() override;

    int powerOffAt = -1; ///< before the call of this number, from 0 on, that changes something; -1: never
    int calls = 0;       ///< that changed something, or would have
    bool isOff() const { return m_off; }

    /// What is there when the power comes back.
    std::unique_ptr<PowerCutDisk> afterwards(QRandomGenerator& chance) const;
    /// What the file holds now; empty when there is none.
    QByteArray content(const QString& path) const;

    bool makeFolder(const QString& path) override;
    QStringList files(const QString& folder, const QString& ending, qsizetype most) override;
    QDateTime changedAt(const QString& path) override;
    int open(const QString& path, Mode mode, Refusal& why) override;
    void close(int file) override;
    bool lock(int file, Patience patience) override;
    bool isAt(int file, const QString& path) override;
    qint64 size(int file) override;
    std::optional<QByteArray> read(int file, qint64 from, qint64 most) override;
    qint64 write(int file, QByteArrayView bytes) override;
    bool truncate(int file, qint64 size) override;
    bool sync(int file) override;
    bool syncFolder(const QString& path) override;
    bool link(const QString& from, const QString& to, Refusal& why) override;
    bool rename(const QString& from, const QString& to) override;
    bool remove(const QString& path) override;

private:
    /// A write at the end, or with no bytes a truncation.
    struct Change {
        qint64 at = 0;
        QByteArray bytes;
    };
    struct Node {
        bool isFolder = false;
        QByteArray durable;
        QByteArray now;
        QList<Change> pending;
        int lockedBy = -1;
    };
    using NodePtr = std::shared_ptr<Node>;
    using Names = QMap<QString, NodePtr>;
    /// Names that come and go together, in one folder.
    struct NameChange {
        QString folder;
        QList<std::pair<QString, NodePtr>> names; ///< nullptr: it goes
    };

    static QString folderOf(const QString& path);
    static void apply(const NameChange& change, Names& names);
    static QByteArray contentAfter(const Node& node, QRandomGenerator& chance);
    bool works();
    void change(NameChange change);
    NodePtr node(int file) const { return m_open.value(file); }

    Names m_durable;
    Names m_now;
    QList<NameChange> m_pending;
    QHash<int, NodePtr> m_open;
    int m_nextFile = 3;
    bool m_off = false;
};

} // namespace finhub::test
