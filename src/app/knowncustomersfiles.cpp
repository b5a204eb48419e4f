#include "app/knowncustomersfiles.h"

#include "api/connectionkey.h"
#include "api/knowncustomersfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QHash>
#include <QPromise>
#include <QSaveFile>
#include <QSet>

#include <memory>
#include <utility>

namespace finhub::app {

namespace {
Result<QList<KnownCustomer>> readFile(const QString& name)
{
    QFile file(name);
    if (!file.exists())
        return QList<KnownCustomer>();
    if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly) ||
        file.size() > api::MaxKnownCustomersBytes)
        return failure(Error::of(ErrorKind::Refused, QStringLiteral("known customers file")));
    return api::readKnownCustomers(file.readAll());
}

QList<KnownCustomer> changed(QList<KnownCustomer> stored, const review::KnownChange& change)
{
    QHash<CustomerId, qsizetype> places;
    for (qsizetype i = 0; i < stored.size(); ++i)
        places.insert(stored.at(i).id, i);
    for (const KnownCustomer& told : change.told) {
        const auto there = places.constFind(told.id);
        if (there != places.constEnd()) {
            bringUpToDate(stored[*there], told);
        } else {
            places.insert(told.id, stored.size());
            stored << told;
        }
    }
    const QSet<CustomerId> removed(change.removed.begin(), change.removed.end());
    stored.removeIf([&removed](const KnownCustomer& one) { return removed.contains(one.id); });
    return stored;
}

Result<Done> changeFile(const QString& name, const review::KnownChange& change)
{
    // Another console may have stored something since this one has read it.
    const Result<QList<KnownCustomer>> stored = readFile(name);
    if (!stored)
        return failure(stored.error());
    const Result<QByteArray> json = api::writeKnownCustomers(changed(*stored, change));
    if (!json)
        return failure(json.error());
    QDir().mkpath(QFileInfo(name).absolutePath());
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(*json) < 0 ||
        !file.commit())
        return failure(Error::of(ErrorKind::Refused, file.errorString()));
    return Done();
}

/// Runs on the thread; the call is completed from the event loop, unless it has been deleted by then.
template <typename T, typename Run>
CallPtr<T> runOn(QThreadPool& thread, Run run)
{
    auto call = std::make_unique<Call<T>>();
    auto promise = std::make_shared<QPromise<Result<T>>>();
    auto watcher = std::make_unique<QFutureWatcher<Result<T>>>();
    // Queued: whoever hears of it may delete the call, and the watcher with it.
    QObject::connect(
        watcher.get(), &QFutureWatcherBase::finished, call.get(),
        [target = call.get(), future = watcher.get()] { target->finish(future->result()); },
        Qt::QueuedConnection);
    watcher->setFuture(promise->future());
    call->setWork(std::move(watcher));
    thread.start([promise, run = std::move(run)] {
        promise->start();
        promise->addResult(run());
        promise->finish();
    });
    return call;
}
} // namespace

KnownCustomersFiles::KnownCustomersFiles(QString folder)
    : m_folder(std::move(folder))
{
    m_thread.setMaxThreadCount(1);
}

KnownCustomersFiles::~KnownCustomersFiles()
{
    m_thread.waitForDone();
}

QString KnownCustomersFiles::file(const api::ConnectionProfile& profile) const
{
    return QStringLiteral("%1/customers-%2.json").arg(m_folder, api::connectionKey(profile));
}

CallPtr<QList<KnownCustomer>> KnownCustomersFiles::read(const api::ConnectionProfile& profile)
{
    return runOn<QList<KnownCustomer>>(m_thread, [name = file(profile)] { return readFile(name); });
}

CallPtr<Done> KnownCustomersFiles::change(const api::ConnectionProfile& profile,
                                          const review::KnownChange& change)
{
    return runOn<Done>(m_thread, [name = file(profile), change] { return changeFile(name, change); });
}

} // namespace finhub::app
