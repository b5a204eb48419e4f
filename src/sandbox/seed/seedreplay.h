#pragma once

#include "sandbox/seed/seededcustomers.h"
#include "sandbox/specimens/specimenrandom.h"
#include "sandbox/store/casework.h"

#include <map>

namespace finhub::sandbox {

/// Independent streams of numbers for one customer, so that a change to one does not move the others.
enum class SeedStream : quint64 { Person = 1, Documents, Reasons, Account };
quint64 seedStream(quint64 seed, quint32 index, SeedStream stream);

/// Lives a seeded customer's plan through casework, step by step, and so arrives at the case as it is now.
class SeedReplay {
public:
    SeedReplay(const SeededCustomers& customers, quint32 index);

    CaseFile run();

private:
    void take(const SeedStep& step);
    void decideAs(Verdict verdict, const QStringList& reasons, const SeedStep& step);
    CustomerRecord newCustomer() const;
    DocumentRecord newDocument(DocumentType type);
    ConsentRecord nextConsent() const;
    Flaw flawOf(DocumentType type, quint64 seed) const;
    Actor officer() const;
    Stamp stamp(const SeedStep& step, Actor actor);

    const SeededCustomers& m_customers;
    const SeedPlan m_plan;
    const quint32 m_index;
    SpecimenRandom m_documents;
    SpecimenRandom m_reasons;
    const Flaw m_sentBack; ///< the flaw for which an identity document was sent back, if one was
    CaseFile m_file;
    std::map<IdKind, quint16> m_ordinals;
};

} // namespace finhub::sandbox
