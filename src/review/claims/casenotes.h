#pragma once

#include "api/finhub.h"
#include "review/loadable.h"

#include <QObject>

namespace finhub::review {

/// The internal notes on one verification (3.10), newest first. What is being added is kept until the server
/// has recorded it: a lost answer is looked up in the list, and the same text is sent again with the same key
/// only when somebody asks for it and the server honours keys. GUI thread; deleting it aborts its calls.
class CaseNotes : public QObject {
    Q_OBJECT

public:
    CaseNotes(api::FinHub& finhub, VerificationId id, QObject* parent = nullptr);

    const VerificationId& id() const { return m_id; }
    const Loadable<QList<Note>>& notes() const { return m_notes; }
    /// How many there are in all; more than are in notes() where there are very many.
    qint64 total() const { return m_total; }
    bool isAdding() const { return m_adding != nullptr || m_looking; }

    void load();
    /// Records a note; does nothing while one is under way. Ends with added() or failed().
    void add(const QString& text);

Q_SIGNALS:
    void changed();
    void added();
    void failed(const finhub::Error& error);

private:
    void onAdded(const Result<Note>& answer);
    void lookFor(const Error& lostAnswer);

    api::FinHub& m_finhub;
    VerificationId m_id;
    Loadable<QList<Note>> m_notes;
    qint64 m_total = 0;
    QString m_text; ///< of the last note that was not recorded, and its key
    QByteArray m_key;
    bool m_looking = false;
    CallPtr<Page<Note>> m_list;
    CallPtr<Note> m_adding;
};

} // namespace finhub::review
