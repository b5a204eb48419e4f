#pragma once

#include "core/values.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace finhub::test {

/// One decision as the sandbox received it (src/sandbox/faults/requestledger.h).
struct LedgerEntry {
    VerificationId verification;
    QByteArray body;
    QByteArray key;
    int status = 0;
    bool committed = false;
};

/// The test routes of a sandbox, asked over the socket; a failure ends the test program.
class SandboxProbe {
public:
    explicit SandboxProbe(QUrl url);

    /// Arms a fault for decisions on this verification; the members of a JSON object without the braces.
    void arm(const VerificationId& verification, const QByteArray& members) const;
    QList<LedgerEntry> ledger() const;

private:
    QByteArray call(const QByteArray& method, const char* path, const QByteArray& body) const;

    QUrl m_url;
};

} // namespace finhub::test
