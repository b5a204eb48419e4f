#include "review/claims/casenotes.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
constexpr int PageSize = 100;
}

CaseNotes::CaseNotes(api::FinHub& finhub, VerificationId id, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_id(std::move(id))
{
}

void CaseNotes::load()
{
    m_notes.begin();
    m_list = m_finhub.notes(m_id, 0, PageSize);
    m_list->onFinished(this, [this](const Result<Page<Note>>& page) {
        if (page) {
            m_total = page->total.value_or(page->items.size());
            m_notes.take(page->items);
        } else {
            m_notes.take(failure(page.error()));
        }
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void CaseNotes::add(const QString& text)
{
    if (isAdding())
        return;
    // The same words again are the same intent; others are another one.
    if (m_key.isEmpty() || m_text != text)
        m_key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_text = text;
    m_adding = m_finhub.addNote(m_id, text, m_key);
    m_adding->onFinished(this, [this](const Result<Note>& answer) { onAdded(answer); });
    Q_EMIT changed();
}

void CaseNotes::onAdded(const Result<Note>& answer)
{
    m_adding.reset(); // the answer stays until its handlers are through
    if (!answer && answer.error().kind == ErrorKind::OutcomeUnknown) {
        lookFor(answer.error());
        return;
    }
    if (!answer) {
        Q_EMIT changed();
        Q_EMIT failed(answer.error());
        return;
    }
    m_key.clear();
    QList<Note> notes = m_notes.value.value_or(QList<Note>());
    const bool known = std::any_of(notes.cbegin(), notes.cend(),
                                   [&answer](const Note& note) { return note.id == answer->id; });
    if (!known) {
        notes.prepend(*answer);
        ++m_total;
    }
    m_notes.take(notes);
    Q_EMIT changed();
    Q_EMIT added();
}

/// R19: whether it is there after all. A note of the same words that was there before is another one.
void CaseNotes::lookFor(const Error& lostAnswer)
{
    m_looking = true;
    const QList<Note> before = m_notes.value.value_or(QList<Note>());
    m_list = m_finhub.notes(m_id, 0, PageSize);
    m_list->onFinished(this, [this, before, lostAnswer](const Result<Page<Note>>& page) {
        m_looking = false;
        if (!page) {
            Q_EMIT changed();
            Q_EMIT failed(lostAnswer);
            return;
        }
        const UserId me = m_finhub.session() ? m_finhub.session()->userId : UserId();
        const QString words = m_text.trimmed();
        const bool there = std::any_of(page->items.cbegin(), page->items.cend(), [&](const Note& note) {
            return note.by.id == me && note.text.trimmed() == words && !before.contains(note);
        });
        m_total = page->total.value_or(page->items.size());
        m_notes.take(page->items);
        if (there)
            m_key.clear();
        Q_EMIT changed();
        if (there)
            Q_EMIT added();
        else
            Q_EMIT failed(lostAnswer);
    });
}

} // namespace finhub::review
