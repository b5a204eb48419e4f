#include "review/statereader.h"

#include <QSet>

namespace finhub::review {

StateReader::StateReader(api::FinHub& finhub, KnownCustomers& known, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_known(known)
{
}

StateReader::~StateReader() = default;

void StateReader::want(const QList<CustomerId>& ids)
{
    QList<CustomerId> waiting;
    QSet<CustomerId> seen;
    const QList<CustomerId> all = ids + m_waiting;
    for (const CustomerId& id : all) {
        const Learned* learned = m_known.learned(id);
        if (seen.contains(id) || m_reads.contains(id) || !m_known.find(id) || (learned && learned->asked))
            continue;
        seen.insert(id);
        waiting << id;
        if (waiting.size() == MostWaiting)
            break;
    }
    m_waiting = waiting;
    readNext();
}

void StateReader::abortAll()
{
    m_waiting.clear();
    m_reads.clear();
}

void StateReader::readNext()
{
    while (!m_waiting.isEmpty() && m_reads.size() < MostAtOnce) {
        const CustomerId id = m_waiting.takeFirst();
        CallPtr<Readiness> call = m_finhub.readiness(id);
        Call<Readiness>* const started = call.get();
        m_reads.emplace(id, std::move(call));
        started->onFinished(this,
                            [this, id](const Result<Readiness>& readiness) { onFinished(id, readiness); });
    }
}

void StateReader::onFinished(const CustomerId& id, const Result<Readiness>& readiness)
{
    m_reads.erase(id);
    // Where the server as a whole does not answer, asking for the next one would only be told the same.
    const bool hopeless = !readiness && readiness.error().kind != ErrorKind::Status &&
                          readiness.error().kind != ErrorKind::BadAnswer;
    if (hopeless)
        m_waiting.clear();
    m_known.learn(id, [&readiness](Learned& learned) { learnReadiness(learned, readiness); });
    readNext();
}

void learnReadiness(Learned& learned, const Result<Readiness>& readiness)
{
    learned.asked = true;
    if (readiness) {
        learned.readiness = *readiness;
        learned.error.reset();
    } else {
        learned.error = readiness.error();
    }
}

} // namespace finhub::review
