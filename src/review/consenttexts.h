#pragma once

#include "api/finhub.h"
#include "review/loadable.h"

#include <QObject>

#include <optional>

namespace finhub::review {

/// The texts of the consents (2.14) as far as this session has read them: every version, and which one of
/// each type is the active one. Read once a session and again when told to; forgotten when the session ends,
/// since the next one may belong to another tenant. GUI thread.
class ConsentTexts : public QObject {
    Q_OBJECT

public:
    explicit ConsentTexts(api::FinHub& finhub, QObject* parent = nullptr);

    /// The texts of this client: one object for all who show them or record a version of them, made when it
    /// is first asked for. It goes with the client.
    static ConsentTexts& of(api::FinHub& finhub);

    /// Reads the texts, unless that was tried already in this session. Without a session nothing happens.
    void ensure();
    /// Reads them again; what is known stays until the answer is there.
    void reload();
    const Loadable<QList<ConsentTemplate>>& templates() const { return m_templates; }
    /// Whether reading them has come to an end, one way or the other.
    bool isSettled() const { return m_templates.value || m_templates.error; }

    /// The text that a customer consents to now; nullopt when it is not known.
    std::optional<ConsentTemplate> active(ConsentType type) const;
    std::optional<ConsentTemplate> find(ConsentType type, const QString& version) const;
    std::optional<ConsentTemplate> findId(const QString& id) const;
    /// Whether the list holds exactly this text, whatever its id and status: what a save whose answer was
    /// lost is looked up by (R19).
    bool holds(const ConsentTemplate& text) const;
    /// A version that no text of this type has: the last number of the active one counted up, "1.1" after
    /// "1.0". "1.0" when there is no text yet, empty when the active version has no number to count up.
    QString nextVersion(ConsentType type) const;

    /// Brings the list up to date from the answer to a save: the saved text is the active one of its type, as
    /// far as the answer does not say otherwise.
    void apply(const ConsentTemplate& saved);

Q_SIGNALS:
    void changed();

private:
    void forget();

    api::FinHub& m_finhub;
    Loadable<QList<ConsentTemplate>> m_templates;
    CallPtr<QList<ConsentTemplate>> m_call;
};

} // namespace finhub::review
