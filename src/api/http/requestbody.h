#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace finhub::api {

/// The body of a request, kept once for everybody who may still have to send it (W4 repeats it, and an upload
/// takes 14 MB), and wiped when the last of them goes.
class RequestBody {
public:
    RequestBody() = default;
    RequestBody(QByteArray bytes); // NOLINT(google-explicit-constructor)

    bool isEmpty() const { return size() == 0; }
    qsizetype size() const { return view().size(); }
    /// Valid as long as this object.
    QByteArrayView view() const;

private:
    struct Held;
    std::shared_ptr<const Held> m_held;
};

} // namespace finhub::api
