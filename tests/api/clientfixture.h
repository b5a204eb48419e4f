#pragma once

#include "api/httpfinhub.h"
#include "rawserver.h"
#include "support/outcome.h"

#include <QtTest>

#include <memory>
#include <optional>

namespace finhub::test {

/// A client with short deadlines and pauses, and a server to talk to.
struct ClientFixture {
    explicit ClientFixture(RawServer::Security security = RawServer::Security::Plain);

    static api::ClientOptions options();
    api::ConnectionProfile profile() const;
    static api::SignInSecrets secrets();

    /// Signs in from the transcripts; false when that fails. Forgets the requests that it took.
    bool signIn(const char* extensions = "extensions-all");
    /// Acts as TestCustomer from here on; false when that fails. Forgets the requests that it took.
    bool actAsCustomer();
    /// The requests since signIn() or actAsCustomer().
    QList<RawRequestSeen> requests() const { return server.requests().mid(before); }

    RawServer server;
    std::unique_ptr<api::HttpFinHub> client;
    qsizetype before = 0;
};

inline const CustomerId TestCustomer{QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13")};
inline const VerificationId TestVerification{QStringLiteral("e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49")};
inline const DocumentId TestDocument{QStringLiteral("97b3e6c2-0d5f-4182-a6e4-3c9f1b7d8a05")};

inline const UserId TestUser{QStringLiteral("c4e8b7d1-2f36-4a90-b5c8-71d0e9f2a364")};

inline const QByteArray SessionsPath =
    "/api/v2.1/admin/organization/8c1d2e3f-4a5b-4c6d-9e7f-0a1b2c3d4e5f/users/"
    "0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50/sessions";
inline const QByteArray VerificationPath = "/api/v2.1/verifications/e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49";
inline const QByteArray CustomerPath = "/api/v2.1/customer/individual/6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13";

inline const QByteArray CustomerSessionsPath =
    CustomerPath + "/users/c4e8b7d1-2f36-4a90-b5c8-71d0e9f2a364/sessions";
/// Of customer-session-created.http.
inline const QByteArray CustomerSessionPath = CustomerSessionsPath + "/9d4b1e70-6c25-4f83-a0d9-3e8f7b2c5a16";

/// The token that a request carries, and the one that this transcript hands out.
QByteArray tokenOf(const RawRequestSeen& request);
QByteArray tokenIn(const char* transcriptName);

/// What TestCustomer signs in with.
api::CustomerLogin testCustomerLogin();
/// A registration that can be sent.
RegistrationRequest testRegistration();
/// A file for TestVerification that can be sent; a PDF of `size` bytes.
UploadRequest testUpload(qsizetype size = 26);
/// A consent's text that can be saved.
ConsentTemplate testTemplate();
/// A decision that can be sent.
DecisionRequest testDecision(Verdict verdict = Verdict::Approve);

} // namespace finhub::test
