#include "sandbox/templates/consenttemplates.h"

#include "sandbox/templates/seededtemplates.h"

#include <algorithm>

namespace finhub::sandbox {

namespace {
template <typename List>
auto placeOf(List& templates, const QString& id)
{
    return std::find_if(templates.begin(), templates.end(),
                        [&id](const ConsentTemplate& consent) { return consent.id == id; });
}
} // namespace

ConsentTemplates::ConsentTemplates(Store& store)
    : m_store(store)
{
    for (const KeptRecord& record : m_store.records(templateKind())) {
        const auto consent = templateOf(record);
        if (!consent)
            continue;
        m_nextPlace = std::max(m_nextPlace, consent->place + 1);
        m_nextActivation = std::max(m_nextActivation, consent->activated + 1);
        m_templates.append(*consent);
    }
    seed();
}

void ConsentTemplates::seed()
{
    // Whoever deletes all of them does not want them back after a restart.
    const QString seeded = QStringLiteral("consent-templates-seeded");
    if (!m_store.setting(seeded).isEmpty())
        return;
    if (m_templates.isEmpty()) {
        for (ConsentTemplate& consent : seededTemplates())
            put(std::move(consent));
    }
    m_store.setSetting(seeded, QStringLiteral("1"));
}

const ConsentTemplate* ConsentTemplates::find(const QString& id) const
{
    const auto known = placeOf(m_templates, id);
    return known == m_templates.end() ? nullptr : &*known;
}

bool ConsentTemplates::isActive(const ConsentTemplate& consent) const
{
    return std::none_of(m_templates.begin(), m_templates.end(), [&consent](const ConsentTemplate& other) {
        return other.type == consent.type && other.activated > consent.activated;
    });
}

const ConsentTemplate* ConsentTemplates::put(ConsentTemplate consent)
{
    auto former = placeOf(m_templates, consent.id);
    consent.place = former == m_templates.end() ? m_nextPlace : former->place;
    consent.activated = m_nextActivation;
    if (!m_store.changeRecords({{recordOf(consent)}, {}}))
        return nullptr;
    ++m_nextActivation;
    if (former != m_templates.end()) {
        *former = std::move(consent);
        return &*former;
    }
    ++m_nextPlace;
    m_templates.append(std::move(consent));
    return &m_templates.last();
}

bool ConsentTemplates::remove(const QString& id)
{
    if (!m_store.changeRecords({{}, {{templateKind(), id}}}))
        return false;
    m_templates.removeIf([&id](const ConsentTemplate& consent) { return consent.id == id; });
    return true;
}

} // namespace finhub::sandbox
