#pragma once

#include "review/casefile.h"

#include <QSet>
#include <QString>

namespace finhub::views {

/// Whether personal fields are masked in front of whoever is signed in: for a role that may only look (1.5),
/// and when nobody is.
bool masksPersonal(const std::optional<SessionInfo>& session);
/// The same for views that know the case only.
bool masksPersonal(const review::CaseFile& file);

/// The documents as a role that may only look sees them: with masked file names.
QList<Document> withMaskedNames(QList<Document> documents);

/// Which personal fields of the open case may be seen: all of them, or those that were revealed one by one.
/// A field has a name in code, such as `email`.
class Disclosure {
public:
    void setMasking(bool masking) { m_masking = masking; }
    bool isMasking() const { return m_masking; }
    void reveal(const QString& field) { m_revealed.insert(field); }
    /// Masks everything again: the case is left.
    void forget() { m_revealed.clear(); }
    bool isMasked(const QString& field) const { return m_masking && !m_revealed.contains(field); }

private:
    bool m_masking = true;
    QSet<QString> m_revealed;
};

} // namespace finhub::views
