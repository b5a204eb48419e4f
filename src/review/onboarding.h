#pragma once

#include "review/casefile.h"
#include "review/consenttexts.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace finhub::review {

/// What the customer does themselves in the last phases, recorded for them from the case: consents (2.10),
/// one after the other, and the activation (2.11). One step in flight; the case is brought up to date from
/// every answer, and case and readiness are read again afterwards, also when an outcome is unknown (R19).
/// GUI thread.
class Onboarding : public QObject {
    Q_OBJECT

public:
    /// What is under way or, when nothing is, what ended last.
    enum class Step { None, Consents, Activation };

    /// Works on a case file, which outlives it.
    Onboarding(api::FinHub& finhub, CaseFile& file, QObject* parent = nullptr);

    ConsentTexts& texts() const { return m_texts; }

    /// The version that is recorded for a consent: that of the active text (2.14); where none is known the
    /// typed one, "1.0" until something was typed.
    QString versionOf(ConsentType type) const;
    /// Whether the version has to be typed, since no active text is known.
    bool isVersionTyped(ConsentType type) const { return !m_texts.active(type); }
    void setTypedVersion(ConsentType type, const QString& version);
    /// 2.10: 1 to 20 characters.
    static bool isVersion(const QString& version);

    /// 2.10: records one consent that is missing.
    void acceptConsent(ConsentType type);
    /// 2.10: records every consent that is missing, in the contract's order. Stops at the first failure;
    /// those recorded before stay recorded.
    void acceptMissingConsents();
    /// The consents that acceptMissingConsents() would record.
    QList<ConsentType> consentsToAccept() const;
    /// R12: recorded in this case, but answered PENDING and not confirmed since.
    bool awaitsConfirmation(ConsentType type) const { return m_unconfirmed.contains(type); }

    /// 2.11: activates with the code that the customer gave. `typedUser` (user id or e-mail) is used where
    /// the case knows neither.
    void activate(const QString& code, const QString& typedUser = {});
    /// The customer's user id, else their e-mail (2.11 takes both), else empty.
    UserId knownUser() const;
    /// What stands between this officer and the activation. A user id that nobody knows does not: activate()
    /// takes one.
    QList<Blocker> activationBlockers() const;
    /// What is known of the activation: what the server says of the customer, and what it answered to
    /// activate() where it says less.
    Activation activation() const;

    bool isRunning() const { return m_running; }
    Step step() const { return m_step; }
    /// The failure of the last step, until the next one starts.
    const std::optional<Error>& error() const { return m_error; }
    /// R19: the answer to the last step was lost, and reading back has shown since that it was recorded.
    bool wasFoundRecorded() const;

Q_SIGNALS:
    void changed();

private:
    void accept(const QList<ConsentType>& types);
    void acceptNext();
    void onTextsChanged();
    void take(ConsentType type, const Consent& consent);
    void confirmConsents();
    void fail(const Error& error);
    void end();
    QByteArray openKey(const QByteArray& intent);
    void closeKey(const QByteArray& intent, const std::optional<Error>& error);

    api::FinHub& m_finhub;
    CaseFile& m_file;
    ConsentTexts& m_texts;
    bool m_running = false;
    Step m_step = Step::None;
    std::optional<Error> m_error;
    bool m_waitsForTexts = false;
    QHash<ConsentType, QString> m_typedVersions;
    QList<ConsentType> m_toAccept;
    ConsentType m_sent = ConsentType::Unknown; ///< the consent that was sent last
    QHash<ConsentType, Consent> m_unconfirmed; ///< as answered
    std::optional<Activation> m_activated;     ///< as answered
    /// Keys of what was sent and may have arrived, by a digest of what it was: the same again is the same
    /// intent.
    QHash<QByteArray, QByteArray> m_openKeys;
    CallPtr<Consent> m_consentCall;
    CallPtr<Activation> m_activationCall;
};

} // namespace finhub::review
