#include "sandbox/http/loopbackcalls.h"

#include <httplib.h>

#include <chrono>
#include <utility>

namespace finhub::sandbox {

namespace {
constexpr std::chrono::seconds Patience{30};

HttpReply answerTo(const HttpRequest& call, quint16 port)
{
    httplib::ClientImpl client("127.0.0.1", port);
    client.set_keep_alive(false);
    client.set_follow_location(false);
    client.set_url_encode(false);
    client.set_connection_timeout(Patience);
    client.set_read_timeout(Patience);

    httplib::Request request;
    request.method = call.method.toStdString();
    request.path = call.path.toStdString();
    request.body = call.body.toStdString();
    for (const auto& [name, value] : call.headers)
        request.set_header(name.toStdString(), value.toStdString());
    httplib::Response response;
    httplib::Error error = httplib::Error::Success;
    HttpReply reply;
    reply.status = client.send(request, response, error) ? response.status : 0;
    reply.body = QByteArray::fromStdString(response.body);
    return reply;
}
} // namespace

LoopbackCalls::~LoopbackCalls()
{
    for (std::thread& thread : m_threads)
        thread.join();
}

void LoopbackCalls::send(HttpRequest request, std::function<void(const HttpReply&)> done)
{
    m_threads.emplace_back([request = std::move(request), done = std::move(done), port = m_port] {
        done(answerTo(request, port));
    });
}

} // namespace finhub::sandbox
