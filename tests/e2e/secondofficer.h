#pragma once

#include "api/httpfinhub.h"

#include <QUrl>

#include <memory>

namespace finhub::test {

/// Somebody else at work on the same customers, with a client of their own: what they do happens behind the
/// back of whoever sits in front of the console. Each function fails the test when FinHub refuses it.
class SecondOfficer {
public:
    /// Signs in as one of section 6's accounts; the senior unless said.
    explicit SecondOfficer(const QUrl& url, std::size_t account = 1);

    Customer customer(const QString& id);
    void registerCustomer(const QString& email);
    Verification startVerification(const QString& customer);
    /// One document of this type, whose content is a PDF of a few bytes.
    void upload(const Verification& verification, DocumentType type);
    void approve(const Verification& verification);
    void reject(const Verification& verification);
    void requestResubmission(const Verification& verification);
    void activate(const Customer& customer);
    Claim claim(const Verification& verification);
    Claim takeOver(const Verification& verification);
    void release(const Verification& verification);
    /// Recommends an approval.
    void recommend(const Verification& verification);
    void addNote(const Verification& verification, const QString& text);

private:
    void decide(const Verification& verification, Verdict verdict, const QStringList& reasonCodes);

    std::unique_ptr<api::HttpFinHub> m_finhub;
};

} // namespace finhub::test
