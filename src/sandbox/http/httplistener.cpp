#include "sandbox/http/httplistener.h"

#include "sandbox/http/connectionthreads.h"
#include "sandbox/http/socketstream.h"

#include <netinet/tcp.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <utility>

namespace finhub::sandbox {

namespace {
constexpr std::chrono::minutes IdleLimit{10};
constexpr int Backlog = 128;
constexpr std::size_t RequestsPerConnection = 1'000'000; // only announced

/// The connection that the current thread serves: the library hands its handlers no way back to it.
thread_local SocketStream* t_stream = nullptr;

QByteArray bytesOf(const std::string& text)
{
    return {text.data(), qsizetype(text.size())};
}
} // namespace

class HttpListener::Server final : public httplib::Server {
public:
    explicit Server(HttpListener::Handler handler)
        : m_handler(std::move(handler))
    {
        new_task_queue = [] { return new ConnectionThreads; };
        // The library's default, SO_REUSEPORT, would let two sandboxes share a port without a word.
        set_socket_options([](socket_t socket) {
            const int on = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
        });
        set_keep_alive_timeout(std::chrono::seconds(IdleLimit).count());
        set_keep_alive_max_count(RequestsPerConnection);
        routeEverything();
    }
    ~Server() override { end(); }

    Result<quint16> begin(quint16 port)
    {
        const int bound = port == 0                         ? bind_to_any_port("127.0.0.1")
                          : bind_to_port("127.0.0.1", port) ? port
                                                            : -1;
        if (bound < 0)
            return failure(Error::of(ErrorKind::Unreachable, QStringLiteral("port %1 is taken").arg(port)));
        ::listen(svr_sock_, Backlog); // the library asks for a backlog of five
        m_accepting = std::thread([this] { listen_after_bind(); });
        while (!is_running())
            std::this_thread::yield();
        return quint16(bound);
    }

    void end()
    {
        if (!m_accepting.joinable())
            return;
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
            for (const socket_t socket : m_open)
                ::shutdown(socket, SHUT_RDWR);
        }
        stop();
        m_accepting.join();
    }

private:
    void routeEverything()
    {
        const std::string any = R"([\s\S]*)";
        const auto plain = [this](const httplib::Request& request, httplib::Response& response) {
            answer(request, response, nullptr);
        };
        const auto withBody = [this](const httplib::Request& request, httplib::Response& response,
                                     const httplib::ContentReader& reader) {
            answer(request, response, &reader);
        };
        Get(any, plain);
        Options(any, plain);
        Post(any, withBody);
        Put(any, withBody);
        Patch(any, withBody);
        Delete(any, withBody);
        // Methods that the library does not route.
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            if (request.method != "TRACE" && request.method != "CONNECT" && request.method != "PRI")
                return HandlerResponse::Unhandled;
            answer(request, response, nullptr);
            return HandlerResponse::Handled;
        });
        set_error_handler(
            HandlerWithResponse([this](const httplib::Request& request, httplib::Response& response) {
                return afterLibraryError(request, response);
            }));
    }

    /// A connection from its beginning to its end.
    bool process_and_close_socket(socket_t socket) override
    {
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        {
            const std::lock_guard lock(m_mutex);
            m_open.insert(socket);
            if (m_ending)
                ::shutdown(socket, SHUT_RDWR);
        }
        SocketStream stream(socket);
        t_stream = &stream;
        bool ok = true;
        bool closed = false;
        while (ok && !closed && !m_ending && !stream.isLast() && stream.waitForRequest(IdleLimit)) {
            ok = process_request(stream, false, closed,
                                 [&stream](httplib::Request& request) { setAside(request, stream); });
        }
        t_stream = nullptr;
        const std::lock_guard lock(m_mutex);
        m_open.erase(socket);
        ::shutdown(socket, SHUT_RDWR);
        ::close(socket);
        return ok;
    }

    /// The library would read ranges, multipart bodies and encodings in its own way; the contract's rules are
    /// other ones.
    static void setAside(httplib::Request& request, SocketStream& stream)
    {
        stream.contentType = bytesOf(request.get_header_value("Content-Type"));
        stream.range = bytesOf(request.get_header_value("Range"));
        request.ranges.clear();
        for (const char* name : {"Content-Type", "Accept-Encoding", "Content-Encoding"})
            request.headers.erase(name);
    }

    static HttpRequest translated(const httplib::Request& request)
    {
        HttpRequest translated;
        translated.method = bytesOf(request.method);
        const QByteArray target = bytesOf(request.target);
        const qsizetype mark = target.indexOf('?');
        translated.path = mark < 0 ? target : target.left(mark);
        if (mark >= 0)
            translated.query = parseQuery(target.mid(mark + 1));
        for (const auto& [name, value] : request.headers)
            translated.headers.append({bytesOf(name), bytesOf(value)});
        if (!t_stream->contentType.isEmpty())
            translated.headers.append({QByteArrayLiteral("Content-Type"), t_stream->contentType});
        translated.peer = QString::fromStdString(request.remote_addr);
        return translated;
    }

    static void readBody(const httplib::Request& request, const httplib::ContentReader* reader,
                         HttpRequest& translated)
    {
        const auto announced = request.get_header_value<uint64_t>("Content-Length");
        const bool chunked = request.has_header("Transfer-Encoding");
        if (!reader) {
            // A body where none is expected would be taken for the next request.
            if (chunked || announced > quint64(HttpRequest::MaxBodyBytes))
                t_stream->endAfterThis();
            else
                t_stream->discard(qsizetype(announced));
            return;
        }
        // Without either header the library would read until the connection ends.
        if (announced == 0 && !chunked)
            return;
        const bool whole = (*reader)([&translated](const char* data, std::size_t size) {
            if (translated.body.size() + qsizetype(size) > HttpRequest::MaxBodyBytes)
                translated.bodyState = HttpRequest::Body::TooLarge;
            else
                translated.body.append(data, qsizetype(size));
            return true;
        });
        if (!whole) {
            translated.bodyState = HttpRequest::Body::CutShort;
            t_stream->endAfterThis();
        }
    }

    void answer(const httplib::Request& request, httplib::Response& response,
                const httplib::ContentReader* reader)
    {
        HttpRequest translatedRequest = translated(request);
        readBody(request, reader, translatedRequest);
        write(m_handler(translatedRequest), response);
    }

    static void write(const HttpReply& reply, httplib::Response& response)
    {
        response.status = reply.status;
        for (const auto& [name, value] : reply.headers)
            response.set_header(name.toStdString(), value.toStdString());
        if (reply.drop) {
            t_stream->drop();
            t_stream->endAfterThis();
        } else if (reply.cutAfter && *reply.cutAfter < reply.body.size()) {
            const QByteArray part = reply.body.left(*reply.cutAfter);
            response.set_content_provider(std::size_t(reply.body.size()), reply.contentType.toStdString(),
                                          [part](std::size_t, std::size_t, httplib::DataSink& sink) {
                                              sink.write(part.constData(), std::size_t(part.size()));
                                              return false;
                                          });
        } else if (!reply.body.isEmpty()) {
            response.set_content(reply.body.constData(), std::size_t(reply.body.size()),
                                 reply.contentType.toStdString());
        }
    }

    /// The library calls this for every status from 400 on: for our own answers, which are complete, and for
    /// those that it gives by itself before any of our code has run.
    HandlerResponse afterLibraryError(const httplib::Request& request, httplib::Response& response)
    {
        if (!response.body.empty() || response.content_length_ > 0 || t_stream->isDropped())
            return HandlerResponse::Unhandled;
        if (response.status == 416 && (request.method == "GET" || request.method == "HEAD")) {
            // A Range that the library cannot read; RFC 9110 has it ignored or judged by the route.
            t_stream->contentType = bytesOf(request.get_header_value("Content-Type"));
            answer(request, response, nullptr);
        } else {
            // Whatever the caller still sends of this request would be taken for the next one.
            t_stream->endAfterThis();
            response.set_header("Connection", "close");
            write(m_handler(HttpRequest{}), response);
        }
        response.set_header("Content-Length",
                            std::to_string(std::max(response.content_length_, response.body.size())));
        return HandlerResponse::Unhandled;
    }

    HttpListener::Handler m_handler;
    std::thread m_accepting;
    std::mutex m_mutex;
    std::set<socket_t> m_open;
    std::atomic_bool m_ending = false;
};

HttpListener::HttpListener(Handler handler)
    : m_server(std::make_unique<Server>(std::move(handler)))
{
}

HttpListener::~HttpListener() = default;

Result<quint16> HttpListener::start(quint16 port)
{
    return m_server->begin(port);
}

void HttpListener::stop()
{
    m_server->end();
}

} // namespace finhub::sandbox
