#include "api/json/jsontext.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace finhub::api {

namespace {
using Json = nlohmann::json;

/// Walks a text without building anything and stops at the first thing that the limits do not allow. The
/// parser is not recursive, so a deep text costs nothing until it is built, copied or destroyed.
class Limits final : public nlohmann::json_sax<Json> {
public:
    const char* reason = "not JSON";

    bool null() override { return count(); }
    bool boolean(bool) override { return count(); }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t&) override { return count(); }
    bool string(string_t&) override { return count(); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override
    {
        m_names.emplace_back();
        return count() && deepEnough();
    }
    bool key(string_t& name) override
    {
        return m_names.back().insert(name).second || refuse("a member twice");
    }
    bool end_object() override
    {
        m_names.pop_back();
        return true;
    }
    bool start_array(std::size_t) override
    {
        m_names.emplace_back();
        return count() && deepEnough();
    }
    bool end_array() override
    {
        m_names.pop_back();
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) override { return false; }

private:
    bool refuse(const char* why)
    {
        reason = why;
        return false;
    }
    bool count() { return ++m_values <= JsonText::MaxValues || refuse("too many values"); }
    bool deepEnough() { return m_names.size() <= std::size_t(JsonText::MaxDepth) || refuse("too deep"); }

    int m_values = 0;
    std::vector<std::set<std::string>> m_names; ///< of every open object; an open array has an empty one
};
} // namespace

struct JsonText::Impl {
    Json root;
    QString fault;
};

JsonText::JsonText(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

JsonText::JsonText(JsonText&&) noexcept = default;
JsonText& JsonText::operator=(JsonText&&) noexcept = default;
JsonText::~JsonText() = default;

Result<JsonText> JsonText::parse(QByteArrayView text)
{
    const auto refused = [](const char* reason) {
        return failure(Error::of(ErrorKind::BadAnswer, QStringLiteral("$: ") + QLatin1String(reason)));
    };
    // The parser takes a NUL byte for the end of the text and would not look at what follows it.
    if (text.contains('\0'))
        return refused("NUL byte");

    Limits limits;
    if (!Json::sax_parse(text.begin(), text.end(), &limits))
        return refused(limits.reason);
    auto impl = std::make_unique<Impl>();
    impl->root = Json::parse(text.begin(), text.end(), nullptr, false);
    if (impl->root.is_discarded())
        return refused("not JSON");
    return JsonText(std::move(impl));
}

JsonPlace JsonText::root() const
{
    return JsonPlace(&m_impl->root, &m_impl->fault, QByteArrayLiteral("$"));
}

const QString& JsonText::fault() const
{
    return m_impl->fault;
}

} // namespace finhub::api
