#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <utility>

class QObject;

namespace finhub::walkthrough {

/// Keeps a member of an answer under a name, for `${name}` in later steps.
struct Keep {
    QString as;
    QString member; ///< names and places in lists, joined by dots: `data.customers.0.id`
};

/// A call to the server that the program is connected to, made beside it: what another person does there
/// meanwhile, or a fault that the server is to have.
struct ServerCall {
    QByteArray method;
    QString path; ///< with its query, percent-encoded
    QList<std::pair<QString, QString>> headers;
    QJsonValue body = QJsonValue::Undefined; ///< undefined: none
    std::optional<int> status;               ///< that is expected; nullopt: any success
    QList<Keep> keep;

    /// The body as it is sent; empty when there is none.
    QByteArray content() const;
};

struct ServerAnswer {
    int status = 0; ///< 0: there was no answer
    QByteArray body;
};

/// Makes the calls of a walkthrough. Whoever starts the player knows the server; the player knows none.
class Stagehand {
public:
    Stagehand() = default;
    Stagehand(const Stagehand&) = delete;
    Stagehand& operator=(const Stagehand&) = delete;
    virtual ~Stagehand() = default;

    /// Sends the call once. `done` is called exactly once, from the event loop of the context's thread,
    /// unless the context is gone by then.
    virtual void send(const ServerCall& call, QObject* context,
                      std::function<void(const ServerAnswer&)> done) = 0;
};

} // namespace finhub::walkthrough
