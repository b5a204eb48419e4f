#include "api/codecs/activationcodec.h"
#include "api/codecs/categorycodec.h"
#include "api/codecs/claimcodec.h"
#include "api/codecs/consentcodec.h"
#include "api/codecs/customercodec.h"
#include "api/codecs/decisioncodec.h"
#include "api/codecs/directorycodec.h"
#include "api/codecs/errorcodec.h"
#include "api/codecs/notecodec.h"
#include "api/codecs/readinesscodec.h"
#include "api/codecs/recommendationcodec.h"
#include "api/codecs/registrationcodec.h"
#include "api/codecs/sessioncodec.h"
#include "api/codecs/templatecodec.h"
#include "api/codecs/timelinecodec.h"
#include "api/codecs/uploadcodec.h"
#include "api/codecs/verificationcodec.h"
#include "api/codecs/verificationstartcodec.h"
#include "fuzz/target.h"

using namespace finhub;
using namespace finhub::api;

namespace {
/// Those of the seeds, so that answers about what was asked for are read to their end.
const CustomerId AskedCustomer(QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13"));
const VerificationId AskedVerification(QStringLiteral("e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49"));
const QDateTime Now(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC);

template <typename T>
void read(const Result<T>& result)
{
    if (!result)
        fuzz::require(result.error().kind != ErrorKind::None);
}

void readSessions(const QByteArray& body)
{
    read(readSessionAnswer(body, {}, {}, Now));
    read(readSessionAnswer(body, {}, AskedCustomer, Now));
    read(readLoginResetAnswer(body));
    read(readExtensions(body));
}

void readCases(const QByteArray& body)
{
    read(readCustomerAnswer(body, AskedCustomer));
    read(readRegistrationAnswer(body));
    read(readVerificationAnswer(body, "\"2\"", AskedVerification));
    read(readStartedVerification(body, "\"2\"", AskedCustomer, VerificationType::IdentityVerification));
    DecisionRequest decision;
    decision.verificationId = AskedVerification;
    decision.customerId = AskedCustomer;
    decision.verdict = Verdict::Approve;
    read(readDecisionAnswer(body, decision));
    Document document;
    document.verificationId = AskedVerification;
    read(readUploadAnswer(body, document));
    read(readActivationAnswer(body));
    read(readReadinessAnswer(body, AskedCustomer));
}

void readOfficers(const QByteArray& body)
{
    read(readClaimAnswer(body, AskedVerification));
    read(readReleaseAnswer(body));
    read(readNoteAnswer(body, AskedVerification));
    RecommendationRequest recommendation;
    recommendation.verificationId = AskedVerification;
    recommendation.verdict = Verdict::Approve;
    read(readRecommendationAnswer(body, recommendation));
}

void readLists(const QByteArray& body)
{
    constexpr int Size = 50;
    read(readCategories(body));
    read(readDirectoryPage(body, 0, Size));
    read(readTimelinePage(body, 0, Size));
    read(readNotePage(body, 0, Size));
    read(readRecommendationPage(body, 0, Size));
    read(readConsentTemplates(body));
    read(readSavedTemplate(body, {}));
    read(readConsentAnswer(body, ConsentType::PrivacyPolicy));
}
} // namespace

/// Any body, to every codec in turn: each must say what it has read or what is wrong.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray body = fuzz::bytes(data, size);
    readSessions(body);
    readCases(body);
    readOfficers(body);
    readLists(body);
    RawAnswer refused;
    refused.status = 409;
    refused.body = body;
    static_cast<void>(readErrorAnswer(refused, Now));
    return 0;
}
