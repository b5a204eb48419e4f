#include "review/customerimport.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace finhub::review {

CustomerImport::CustomerImport(KnownCustomers& known, QObject* parent)
    : QObject(parent)
    , m_known(known)
{
    connect(&m_reading, &QFutureWatcher<Reading>::finished, this, [this] { take(m_reading.result()); });
}

CustomerImport::~CustomerImport() = default;

void CustomerImport::start(const QString& file)
{
    auto promise = std::make_shared<QPromise<Reading>>();
    m_reading.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, file] {
        promise->start();
        promise->addResult(read(file));
        promise->finish();
    });
}

CustomerImport::Reading CustomerImport::read(const QString& name)
{
    // Whatever is no plain file may have no end.
    if (!QFileInfo(name).isFile())
        return {End::Unreadable, {}};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {End::Unreadable, {}};
    const QByteArray bytes = file.read(MaxCsvBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return {End::Unreadable, {}};
    if (bytes.size() > MaxCsvBytes)
        return {End::TooLarge, {}};
    Reading reading;
    reading.table = readCustomerTable(bytes);
    if (!reading.table.isText)
        reading.end = End::NotText;
    return reading;
}

void CustomerImport::take(const Reading& reading)
{
    m_end = reading.end;
    m_faults = reading.table.faults;
    if (!reading.table.customers.isEmpty())
        m_addition = m_known.add(reading.table.customers);
    Q_EMIT finished();
}

} // namespace finhub::review
