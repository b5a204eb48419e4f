#pragma once

#include "api/http/requestbody.h"

#include <QIODevice>

#include <functional>
#include <utility>

namespace finhub::api {

/// The body of a request that can be read once and never again. Given a byte array, Qt sends a POST up to
/// four times when the server closes the connection after reading it; from a device that cannot go back it
/// sends it once and then reports an error (docs/architecture.md, "Calls").
class OneShotBody final : public QIODevice {
public:
    explicit OneShotBody(RequestBody body, QObject* parent = nullptr);

    /// How much has been handed over for sending.
    qint64 bytesRead() const { return m_bytesRead; }
    bool wasRead() const { return m_bytesRead > 0; }
    /// Is called after every reading, inside Qt's work: only to note that it happened.
    void setReadNote(std::function<void()> note) { m_note = std::move(note); }
    /// Hands out nothing from here on; bytesRead() stays as it is.
    void withdraw() { m_position = m_body.size(); }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 maxSize) override;

private:
    RequestBody m_body;
    qint64 m_position = 0;
    qint64 m_bytesRead = 0;
    std::function<void()> m_note;
};

} // namespace finhub::api
