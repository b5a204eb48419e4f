#include "review/outbox/outbox.h"

#include "api/connectionkey.h"

#include <QCryptographicHash>
#include <QDir>
#include <QUrl>

#include <algorithm>
#include <utility>
#include <vector>

namespace finhub::review {

namespace {
/// A folder that somebody has filled up is not read to its end.
constexpr qsizetype MaxFiles = 10'000;
constexpr qsizetype NameLength = 32;

constexpr QLatin1String Ending(".intent");

QString hashed(const QByteArray& text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(NameLength));
}

QString nameOf(const UserId& officer, const VerificationId& verification)
{
    return hashed(officer.text().toUtf8() + '\n' + verification.text().toUtf8()) + Ending;
}
} // namespace

KeptIntent::KeptIntent(std::unique_ptr<IntentFile> file, Intent intent)
    : m_file(std::move(file))
    , m_intent(std::move(intent))
{
}

bool KeptIntent::note(IntentState state, const SendMark& sent)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!m_file->append(stateLine(state, now, sent)))
        return false;
    m_intent.state = state;
    m_intent.stateAt = now;
    if (state == IntentState::Sending)
        m_intent.sent = sent;
    return true;
}

bool KeptIntent::confirmAgain(Intent intent)
{
    intent.id = m_intent.id;
    intent.sentBefore = m_intent.mayBeThere();
    intent.sent = m_intent.sent;
    if (!m_file->append(intentLine(intent)))
        return false;
    m_intent = std::move(intent);
    return true;
}

void KeptIntent::forgetText()
{
    m_intent.sealedText.clear();
}

bool KeptIntent::close()
{
    return m_file->remove();
}

Outbox::Outbox(QString folder, QString prefix, Disk& disk)
    : m_disk(disk)
    , m_root(std::move(folder))
    , m_prefix(std::move(prefix))
{
}

void Outbox::open(const api::ConnectionProfile& profile)
{
    m_connection = api::connectionKey(profile);
}

QString Outbox::folder() const
{
    return QStringLiteral("%1/%2-%3").arg(m_root, m_prefix, m_connection);
}

tl::expected<std::unique_ptr<KeptIntent>, IntentFileFault> Outbox::add(const Intent& intent)
{
    if (m_connection.isEmpty() || !m_disk.makeFolder(folder()))
        return tl::unexpected(IntentFileFault::CannotWrite);
    const QString name = nameOf(intent.officer, intent.verification);
    auto file = IntentFile::create(m_disk, folder(), name, intentLine(intent));
    if (file)
        return std::make_unique<KeptIntent>(std::move(*file), intent);
    if (file.error() != IntentFileFault::Exists)
        return tl::unexpected(file.error());
    QByteArray ignored;
    const auto present = IntentFile::take(m_disk, folder(), name, 0, ignored);
    return tl::unexpected(!present && present.error() == IntentFileFault::Busy ? IntentFileFault::Busy
                                                                               : IntentFileFault::Exists);
}

std::vector<std::unique_ptr<KeptIntent>> Outbox::takeOver(const UserId& officer)
{
    std::vector<std::unique_ptr<KeptIntent>> taken;
    for (const QString& name : names()) {
        QByteArray content;
        auto file = IntentFile::take(m_disk, folder(), name, MaxIntentBytes, content);
        if (!file)
            continue;
        const auto reading = readIntent(content);
        if (!reading || reading->intent.officer != officer)
            continue;
        // What was being written when the power went never counted.
        if (reading->wholeBytes < content.size() && !(*file)->cut(reading->wholeBytes))
            continue;
        taken.push_back(std::make_unique<KeptIntent>(std::move(*file), reading->intent));
    }
    return taken;
}

QList<UnreadableIntent> Outbox::unreadable() const
{
    QList<UnreadableIntent> all;
    for (const QString& name : names()) {
        QByteArray content;
        const auto file = IntentFile::take(m_disk, folder(), name, MaxIntentBytes, content);
        if (!file && file.error() != IntentFileFault::CannotWrite)
            continue;
        RecordFault fault = RecordFault::Damaged;
        if (file) {
            const auto reading = readIntent(content);
            if (reading)
                continue;
            fault = reading.error();
        }
        all.append({name, fault, m_disk.changedAt(folder() + u'/' + name)});
    }
    return all;
}

bool Outbox::setAside(const QString& name)
{
    const QString path = folder() + u'/' + name;
    const QString now = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddhhmmsszzz"));
    return names().contains(name) &&
           m_disk.rename(path, QStringLiteral("%1/%2-%3.aside").arg(folder(), name, now)) &&
           m_disk.syncFolder(folder());
}

void Outbox::removeAbandoned(const QString& folder, const QString& prefix)
{
    const QDir root(folder);
    for (const QString& name : root.entryList({prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString inner = root.filePath(name);
        Disk& disk = Disk::system();
        const QStringList intents = disk.files(inner, Ending, MaxFiles);
        const bool isFree = std::all_of(intents.begin(), intents.end(), [&](const QString& intent) {
            QByteArray ignored;
            const auto file = IntentFile::take(disk, inner, intent, 0, ignored);
            return file || file.error() != IntentFileFault::Busy;
        });
        if (isFree)
            QDir(inner).removeRecursively();
    }
}

QStringList Outbox::names() const
{
    return m_connection.isEmpty() ? QStringList() : m_disk.files(folder(), Ending, MaxFiles);
}

} // namespace finhub::review
