#pragma once

#include <QHashFunctions>
#include <QString>

#include <utility>

namespace finhub {

/// An opaque identifier of the contract (R5): compared as it stands, never parsed or folded. The tag keeps a
/// document's id from being passed where a customer's is expected. An empty id means "none".
template <typename Tag>
class Id {
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }

    const QString& text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    /// Whether the text fits the contract's alphabet (1.6: 1-128 of `A-Z a-z 0-9 . _ : -`). Only such ids are
    /// ever put into a path. `.` and `..` fit the alphabet but walk a path, so they are refused too.
    bool isValid() const
    {
        if (m_text.isEmpty() || m_text.size() > 128 || m_text == QLatin1String(".") ||
            m_text == QLatin1String(".."))
            return false;
        for (const QChar c : m_text) {
            const char16_t u = c.unicode();
            const bool ok = (u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z') ||
                            (u >= u'0' && u <= u'9') || u == u'.' || u == u'_' || u == u':' || u == u'-';
            if (!ok)
                return false;
        }
        return true;
    }

    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator<(const Id& a, const Id& b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id& id, size_t seed = 0) noexcept { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using TenantId = Id<struct TenantTag>;
using OrganizationId = Id<struct OrganizationTag>;
using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using CustomerId = Id<struct CustomerTag>;
using VerificationId = Id<struct VerificationTag>;
using DocumentId = Id<struct DocumentTag>;
using CategoryId = Id<struct CategoryTag>;

} // namespace finhub
