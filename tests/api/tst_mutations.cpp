#include "api/codecs/activationcodec.h"
#include "api/codecs/categorycodec.h"
#include "api/codecs/consentcodec.h"
#include "api/codecs/customercodec.h"
#include "api/codecs/decisioncodec.h"
#include "api/codecs/directorycodec.h"
#include "api/codecs/errorcodec.h"
#include "api/codecs/readinesscodec.h"
#include "api/codecs/registrationcodec.h"
#include "api/codecs/sessioncodec.h"
#include "api/codecs/templatecodec.h"
#include "api/codecs/timelinecodec.h"
#include "api/codecs/uploadcodec.h"
#include "api/codecs/verificationcodec.h"
#include "api/codecs/verificationstartcodec.h"
#include "clientfixture.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <functional>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

using Json = nlohmann::json;
using Decode = std::function<std::optional<Error>(const QByteArray&)>;

namespace {
template <typename T>
std::optional<Error> errorOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional<Error>(result.error());
}

/// What may stand in a member's place.
const char* const Junk[] = {"null",
                            "true",
                            "0",
                            "-1",
                            "1.5",
                            "3000000000",
                            "18446744073709551616",
                            "\"\"",
                            "\"x\"",
                            "[]",
                            "[null]",
                            "[[[]]]",
                            "{}",
                            "{\"id\":{}}",
                            "[{}]",
                            "[1]",
                            "\"\\u0000\"",
                            "\"\\ud83d\\ude00\"",
                            "1e300"};

/// Calls back for the whole value with every one of its members, at every depth, replaced or removed.
void forEveryMutation(const Json& whole, const std::function<void(const Json&, const std::string&)>& use)
{
    const Json flat = whole.flatten();
    QSet<QString> places;
    for (const auto& [leaf, value] : flat.items()) {
        std::string place = leaf;
        while (!place.empty()) {
            places.insert(QString::fromStdString(place));
            place.resize(place.rfind('/'));
        }
    }
    for (const QString& text : std::as_const(places)) {
        const Json::json_pointer place(text.toStdString());
        for (const char* junk : Junk) {
            const Json replacement = Json::parse(junk, nullptr, false);
            if (replacement.is_discarded())
                continue;
            Json mutated = whole;
            mutated[place] = replacement;
            use(mutated, text.toStdString() + " = " + junk);
        }
        if (whole[place.parent_pointer()].is_object()) {
            Json mutated = whole;
            mutated[place.parent_pointer()].erase(place.back());
            use(mutated, text.toStdString() + " removed");
        }
    }
}
} // namespace

/// Every member of every example, replaced by everything it should not be and left out: the codec ends with a
/// value or with a JSON path, never with a crash and never with a sentence from outside.
class TestMutations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void members_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("which");
        const auto row = [this](const char* name, Decode decode) {
            m_decoders.append(std::move(decode));
            QTest::newRow(name) << transcriptBody(name) << int(m_decoders.size() - 1);
        };
        const QDateTime now(QDate(2026, 3, 31), QTime(9, 45), Qt::UTC);
        const auto session = [now](const QByteArray& body) {
            return errorOf(readSessionAnswer(body, ConnectionProfile(), {}, now));
        };
        const auto customerSession = [now](const QByteArray& body) {
            return errorOf(readSessionAnswer(body, ConnectionProfile(), TestCustomer, now));
        };
        const auto started = [](const QByteArray& body) {
            return errorOf(readStartedVerification(body, {}, TestCustomer, VerificationType::Identity));
        };
        const auto decision = [](Verdict verdict) {
            return [verdict](const QByteArray& body) {
                return errorOf(readDecisionAnswer(body, testDecision(verdict)));
            };
        };
        const auto verification = [](const QByteArray& body) {
            return errorOf(readVerificationAnswer(body, {}, TestVerification));
        };
        const auto customer = [](const QByteArray& body) {
            return errorOf(readCustomerAnswer(body, TestCustomer));
        };
        row("session-created", session);
        row("session-refreshed", session);
        row("extensions-two", [](const QByteArray& body) { return errorOf(readExtensions(body)); });
        row("hierarchy", [](const QByteArray& body) { return errorOf(readCategories(body)); });
        row("customer-session-created", customerSession);
        row("registration", [](const QByteArray& body) { return errorOf(readRegistrationAnswer(body)); });
        row("customer", customer);
        row("verification-initiated", started);
        row("document-uploaded",
            [](const QByteArray& body) { return errorOf(readUploadAnswer(body, documentOf(testUpload()))); });
        row("consent-templates", [](const QByteArray& body) { return errorOf(readConsentTemplates(body)); });
        row("consent-template", [](const QByteArray& body) {
            ConsentTemplate sent;
            sent.type = ConsentType::TermsAndConditions;
            return errorOf(readSavedTemplate(body, sent));
        });
        row("verification", verification);
        row("decision-approved", decision(Verdict::Approve));
        row("decision-rejected", decision(Verdict::Reject));
        row("consent-accepted", [](const QByteArray& body) {
            return errorOf(readConsentAnswer(body, ConsentType::TermsAndConditions));
        });
        row("activation", [](const QByteArray& body) { return errorOf(readActivationAnswer(body)); });
        row("readiness",
            [](const QByteArray& body) { return errorOf(readReadinessAnswer(body, TestCustomer)); });
        row("directory", [](const QByteArray& body) { return errorOf(readDirectoryPage(body, 0, 50)); });
        row("timeline", [](const QByteArray& body) { return errorOf(readTimelinePage(body, 0, 50)); });
    }
    void members()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, which);
        const Decode& decode = m_decoders.at(which);
        QVERIFY(!decode(body));
        int mutations = 0;
        int refused = 0;
        forEveryMutation(Json::parse(body.toStdString()), [&](const Json& mutated, const std::string& what) {
            ++mutations;
            const std::optional<Error> error = decode(QByteArray::fromStdString(mutated.dump()));
            if (!error)
                return;
            ++refused;
            QVERIFY2(error->kind == ErrorKind::BadAnswer, what.c_str());
            QVERIFY2(error->technical.startsWith(u'$'), what.c_str());
        });
        QVERIFY2(mutations > 50, qPrintable(QString::number(mutations)));
        QVERIFY2(refused > 0 && refused < mutations, qPrintable(QString::number(refused)));
    }

    /// Cut off after every byte: never a success.
    void prefixes_data() { members_data(); }
    void prefixes()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, which);
        for (qsizetype length = 0; length < body.size(); ++length)
            QVERIFY2(m_decoders.at(which)(body.left(length)), qPrintable(QString::number(length)));
    }

    void errorBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* name : {"session-refused", "session-locked", "validation-failed", "tenant-denied",
                                 "stale-version", "activation-not-verified", "activation-missing-consents",
                                 "verification-not-found", "already-decided", "invalid-categorization"})
            QTest::newRow(name) << transcriptBody(name);
    }
    void errorBodies()
    {
        QFETCH(QByteArray, body);
        int mutations = 0;
        forEveryMutation(Json::parse(body.toStdString()), [&](const Json& mutated, const std::string& what) {
            ++mutations;
            RawAnswer answer;
            answer.status = 409;
            answer.body = QByteArray::fromStdString(mutated.dump());
            const Error error = readErrorAnswer(answer, {}).error;
            QVERIFY2(error.kind == ErrorKind::Status && error.status == 409, what.c_str());
        });
        QVERIFY(mutations > 50);
    }

private:
    QList<Decode> m_decoders;
};

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
