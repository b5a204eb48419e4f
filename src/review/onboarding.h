#pragma once

#include "review/casefile.h"

#include <QObject>

#include <optional>

namespace finhub::review {

/// What follows an approval, carried out from the case: the missing consents one after the other, then the
/// activation. One step in flight; the case is brought up to date from every answer, and read again when an
/// outcome is unknown (R19). GUI thread.
class Onboarding : public QObject {
    Q_OBJECT

public:
    /// Works on a case file, which outlives it.
    Onboarding(api::FinHub& finhub, CaseFile& file, QObject* parent = nullptr);

    /// 2.10: accepts every consent that is missing, in the contract's order. Stops at the first failure;
    /// those accepted before stay accepted.
    void acceptMissingConsents();
    /// 2.11: activates with the code that the customer gave.
    void activate(const QString& code);

    bool isRunning() const { return m_running; }
    /// The failure of the last step, until the next one starts.
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void acceptNext();
    void fail(const Error& error);
    void end();

    api::FinHub& m_finhub;
    CaseFile& m_file;
    bool m_running = false;
    std::optional<Error> m_error;
    QList<ConsentType> m_toAccept;
    CallPtr<Consent> m_consentCall;
    CallPtr<Activation> m_activationCall;
};

} // namespace finhub::review
