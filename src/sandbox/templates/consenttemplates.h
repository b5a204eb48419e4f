#pragma once

#include "sandbox/store/store.h"
#include "sandbox/templates/consenttemplate.h"

#include <QList>

namespace finhub::sandbox {

/// The consent templates of the tenant (2.14). Of the templates of one type the one that was created or
/// changed last is ACTIVE, all others are INACTIVE. So deleting the ACTIVE one puts the one before it back in
/// force, and a type has no ACTIVE one only when it has no template at all. Changing a template that is
/// INACTIVE puts it in force again, also when the change is none. One thread.
class ConsentTemplates {
public:
    /// Reads the templates; a store that never had any is given the three of seededTemplates().
    explicit ConsentTemplates(Store& store);

    /// Oldest first.
    const QList<ConsentTemplate>& all() const { return m_templates; }
    /// nullptr when there is none; valid until a template is put or removed.
    const ConsentTemplate* find(const QString& id) const;
    bool isActive(const ConsentTemplate& consent) const;

    /// Adds a template, or takes the place of the one with its id, and puts it in force. nullptr when the
    /// store refuses.
    const ConsentTemplate* put(ConsentTemplate consent);
    /// False when the store refuses.
    bool remove(const QString& id);

private:
    void seed();

    Store& m_store;
    QList<ConsentTemplate> m_templates;
    qint64 m_nextPlace = 1;
    qint64 m_nextActivation = 1;
};

} // namespace finhub::sandbox
