#pragma once

#include "api/finhub.h"

#include <QObject>
#include <QTimer>

namespace finhub::views {

/// Looks for customers by id, e-mail or name while somebody types: waits for a pause, asks the directory
/// (3.1) for the first few, and takes back what was asked for a former text. GUI thread.
class CustomerSearch : public QObject {
    Q_OBJECT

public:
    explicit CustomerSearch(api::FinHub& finhub, QObject* parent = nullptr);

    /// The text as it is typed. Less than two characters look for nobody.
    void setText(const QString& typed);
    bool isSearching() const { return m_pause.isActive() || m_call; }

    static constexpr int MostHits = 8;
    static constexpr int FewestCharacters = 2;

Q_SIGNALS:
    /// Whoever fits the text, at most MostHits of them; `more` where the server has further ones.
    void found(const QList<finhub::DirectoryEntry>& customers, bool more);
    void failed(const finhub::Error& error);

private:
    void ask();

    api::FinHub& m_finhub;
    QString m_text;
    QTimer m_pause;
    CallPtr<DirectoryPage> m_call;
};

} // namespace finhub::views
