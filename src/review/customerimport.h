#pragma once

#include "core/customercsv.h"
#include "review/knowncustomers.h"

#include <QFutureWatcher>
#include <QObject>

namespace finhub::review {

/// One import of customers from a file of ids, from choosing the file to knowing what became of each line.
/// The file is read and understood on another thread. GUI thread; emits finished() once.
class CustomerImport : public QObject {
    Q_OBJECT

public:
    enum class End {
        Done,
        Unreadable, ///< the file could not be read
        TooLarge,   ///< more than MaxCsvBytes
        NotText,
    };

    /// `known` outlives it.
    explicit CustomerImport(KnownCustomers& known, QObject* parent = nullptr);
    ~CustomerImport() override;

    void start(const QString& file);

    End end() const { return m_end; }
    const KnownCustomers::Addition& addition() const { return m_addition; }
    const QList<CsvLineFault>& faults() const { return m_faults; }

Q_SIGNALS:
    void finished();

private:
    struct Reading {
        End end = End::Done;
        CustomerTable table;
    };
    static Reading read(const QString& file);
    void take(const Reading& reading);

    KnownCustomers& m_known;
    QFutureWatcher<Reading> m_reading;
    End m_end = End::Done;
    KnownCustomers::Addition m_addition;
    QList<CsvLineFault> m_faults;
};

} // namespace finhub::review
