#pragma once

#include "review/uploads.h"
#include "support/fakefinhub.h"

#include <QMutex>
#include <QSemaphore>

#include <map>
#include <memory>

namespace finhub::test {

/// Files that exist only here, read on another thread like real ones. Any thread.
class FakeDisk {
public:
    /// A PDF with this text; the path is its name.
    void put(const QString& path, const QByteArray& text = "text");
    void putFault(const QString& path, review::FileFault fault);
    /// Readings wait until release() from now on.
    void hold();
    void release();
    int readings() const;
    /// The most readings at one time, and whether one was on the GUI thread.
    int mostAtOnce() const;
    bool wasOnGuiThread() const;

    review::DocumentFile read(const QString& path);

private:
    mutable QMutex m_mutex;
    std::map<QString, review::DocumentFile> m_files;
    QSemaphore m_gate{1'000'000};
    bool m_held = false;
    int m_readings = 0;
    int m_now = 0;
    int m_most = 0;
    bool m_onGuiThread = false;
};

struct TryOutArguments {
    int id = 0;
    QByteArray bytes;
    MimeType kind = MimeType::Unknown;
};

/// A queue of uploads into the sample verification, over a disk and a FinHub that a test scripts. Everything
/// can be decoded unless the test says otherwise.
struct UploadDesk {
    UploadDesk();
    ~UploadDesk();

    /// Puts these files on the disk, each with a content of its own, and adds them.
    void add(const QStringList& paths);
    /// Adds them and waits until they are checked.
    void addReady(const QStringList& paths);
    /// Sends one file and waits until FinHub is asked.
    int sendOne(const QString& path = QStringLiteral("passport.pdf"));

    const review::Upload& at(int id) const { return *uploads->find(id); }
    review::UploadState state(int id) const { return at(id).state; }
    /// The call that sent this file last: of two that are sent at once either may be the first.
    int callOf(const QString& fileName) const;
    UploadAnswer answerTo(int call) const;

    std::shared_ptr<FakeDisk> disk = std::make_shared<FakeDisk>();
    FakeFinHub finhub;
    RecordedCalls<Done, TryOutArguments> tryOuts;
    std::unique_ptr<review::Uploads> uploads;
};

/// The content that FakeDisk::put() makes of a text, and its SHA-256.
QByteArray pdfOf(const QByteArray& text);
QByteArray sha256Of(const QByteArray& bytes);
/// A document of the sample verification with this content.
Document documentWith(const QString& id, DocumentType type, const QByteArray& bytes);

} // namespace finhub::test
