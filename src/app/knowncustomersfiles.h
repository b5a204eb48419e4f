#pragma once

#include "review/knowncustomersstore.h"

#include <QString>
#include <QThreadPool>

namespace finhub::app {

/// The known customers in files of a folder, one a connection, named by a hash of its address and tenant. A
/// file holds ids and times, may be read by its owner only and is replaced in one step; a damaged one is left
/// as it is. Files are read and written on a thread of their own, one after the other; the end of the store
/// waits for what is under way.
class KnownCustomersFiles : public review::KnownCustomersStore {
public:
    explicit KnownCustomersFiles(QString folder);
    ~KnownCustomersFiles() override;

    CallPtr<QList<KnownCustomer>> read(const api::ConnectionProfile& profile) override;
    CallPtr<Done> change(const api::ConnectionProfile& profile, const review::KnownChange& change) override;

    /// The file of a connection.
    QString file(const api::ConnectionProfile& profile) const;

private:
    QString m_folder;
    QThreadPool m_thread;
};

} // namespace finhub::app
