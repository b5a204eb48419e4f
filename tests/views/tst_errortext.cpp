#include "views/errortext.h"

#include <QLocale>
#include <QTest>

using namespace finhub;
using namespace finhub::views;

namespace {
constexpr std::array Attempts{Attempt::SignIn,
                              Attempt::LoadCustomers,
                              Attempt::OpenCase,
                              Attempt::LoadVerification,
                              Attempt::LoadActivity,
                              Attempt::LoadDocument,
                              Attempt::Approve,
                              Attempt::Reject,
                              Attempt::RequestResubmission,
                              Attempt::AcceptConsents,
                              Attempt::Activate,
                              Attempt::LoadCategories,
                              Attempt::RegisterCustomer,
                              Attempt::SignInCustomer,
                              Attempt::ResetLogin,
                              Attempt::StartVerification,
                              Attempt::UploadDocument,
                              Attempt::LoadReadiness,
                              Attempt::LoadTemplates,
                              Attempt::SaveTemplate,
                              Attempt::LoadRawJson};

/// Three whole sentences, none of them empty or half filled in.
void checkSentences(const ErrorText& text)
{
    for (const QString& part : {text.what, text.meaning, text.next}) {
        QVERIFY2(part.size() > 8, qPrintable(text.sentence()));
        QVERIFY2(part.endsWith(u'.'), qPrintable(part));
        QVERIFY2(part.at(0).isUpper(), qPrintable(part));
        QVERIFY2(!part.contains(QStringLiteral("%1")), qPrintable(part));
    }
}
} // namespace

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatEveryKindMeans();
    void saysWhatEveryWordMeans();
    void saysWhatEveryStatusMeans();
    void saysWhyTheServerIsNotTrusted();
    void saysWhatIsWrongWithADocument();
    void countsWhatADocumentHasTooMuchOf_data();
    void countsWhatADocumentHasTooMuchOf();
    void claimsNothingThatIsNotKnown();
    void countsTheAttempts();
    void showsTheServersTextAsText();
    void namesWhatTheServerNames();
    void callsMembersByTheirNamesOnScreen();
    void saysWhatIsNotThere();
    void saysHowLongToWait();
    void tellsALostAnswerFromAServerInTrouble();
};

void TestErrorText::saysWhatEveryKindMeans()
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::BrokenDocument); ++kind) {
        for (const Attempt attempt : Attempts)
            checkSentences(errorText(Error::of(static_cast<ErrorKind>(kind)), attempt));
    }
}

void TestErrorText::saysWhatEveryWordMeans()
{
    for (const auto& [word, name] : WireNames<ErrorWord>::table) {
        for (const Attempt attempt : Attempts) {
            Error error = Error::of(ErrorKind::Status);
            error.status = statusOf(word);
            error.word = word;
            checkSentences(errorText(error, attempt));
        }
    }
}

void TestErrorText::saysWhatEveryStatusMeans()
{
    for (const int status :
         {400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 451, 500, 502, 503, 599}) {
        for (const Attempt attempt : Attempts) {
            Error error = Error::of(ErrorKind::Status);
            error.status = status;
            checkSentences(errorText(error, attempt));
        }
    }
}

void TestErrorText::saysWhyTheServerIsNotTrusted()
{
    QStringList reasons;
    for (int fault = 0; fault <= static_cast<int>(TlsFault::OtherKey); ++fault) {
        Error error = Error::of(ErrorKind::Tls);
        error.tlsFault = static_cast<TlsFault>(fault);
        for (const Attempt attempt : Attempts)
            checkSentences(errorText(error, attempt));
        const ErrorText text = errorText(error, Attempt::SignIn);
        reasons << text.what;
        QVERIFY2(text.meaning.contains(QStringLiteral("Nothing was sent")), qPrintable(text.meaning));
        // There is no way round it here.
        QVERIFY(!text.next.contains(QStringLiteral("continue"), Qt::CaseInsensitive));
    }
    QCOMPARE(reasons.removeDuplicates(), 0);
}

void TestErrorText::saysWhatIsWrongWithADocument()
{
    QStringList sentences;
    for (int fault = 0; fault <= static_cast<int>(DocumentFault::WorkerMissing); ++fault) {
        Error error = Error::of(ErrorKind::BrokenDocument);
        error.documentFault = static_cast<DocumentFault>(fault);
        const ErrorText text = errorText(error, Attempt::LoadDocument);
        checkSentences(text);
        sentences << text.what;
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void TestErrorText::countsWhatADocumentHasTooMuchOf_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<DocumentExcess>("excess");
    QTest::addColumn<QString>("what");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale german(QLocale::German, QLocale::Germany);
    constexpr qint64 Pages = 500;
    constexpr qint64 Pixels = 100'000'000;
    constexpr qint64 Bytes = 10 * 1024 * 1024;
    const auto row = [](const char* name, const QLocale& locale, const DocumentExcess& excess,
                        const char* what) {
        QTest::newRow(name) << locale << excess << QString::fromLatin1(what);
    };
    row("pages", english, {DocumentMeasure::Pages, 1204, Pages},
        "This document has 1,204 pages; at most 500 can be shown.");
    row("pages in German", german, {DocumentMeasure::Pages, 1204, Pages},
        "This document has 1.204 pages; at most 500 can be shown.");
    row("a page too many", english, {DocumentMeasure::Pages, 501, Pages},
        "This document has 501 pages; at most 500 can be shown.");
    row("pixels", english, {DocumentMeasure::Pixels, 900'000'000, Pixels},
        "This document has a page of 900 megapixels; at most 100 can be shown.");
    row("pixels in German", german, {DocumentMeasure::Pixels, 4'290'250'000, Pixels},
        "This document has a page of 4.290,3 megapixels; at most 100 can be shown.");
    row("a pixel too many", english, {DocumentMeasure::Pixels, Pixels + 1, Pixels},
        "This document has a page of 100.1 megapixels; at most 100 can be shown.");
    row("the most pixels told", english, {DocumentMeasure::Pixels, 1'000'000'000'000'000'000, Pixels},
        "This document has a page of 1,000,000,000,000 megapixels; at most 100 can be shown.");
    row("bytes", english, {DocumentMeasure::Bytes, 25'000'000, Bytes},
        "This document has 23.9 MB; at most 10 MB can be shown.");
    row("a byte too many", english, {DocumentMeasure::Bytes, Bytes + 1, Bytes},
        "This document has 10.1 MB; at most 10 MB can be shown.");
}

void TestErrorText::countsWhatADocumentHasTooMuchOf()
{
    QFETCH(QLocale, locale);
    QFETCH(DocumentExcess, excess);
    Error error = Error::of(ErrorKind::BrokenDocument);
    error.documentFault = DocumentFault::TooLarge;
    const QString uncounted = errorText(error, Attempt::LoadDocument).what;
    error.documentExcess = excess;
    const QLocale before;
    QLocale::setDefault(locale);
    const ErrorText text = errorText(error, Attempt::LoadDocument);
    QLocale::setDefault(before);
    checkSentences(text);
    QTEST(text.what, "what");
    QVERIFY(text.what != uncounted);
}

/// R19: of an unknown outcome neither success nor failure is claimed, whatever was tried.
void TestErrorText::claimsNothingThatIsNotKnown()
{
    for (const Attempt attempt : Attempts) {
        const QString text = errorText(Error::of(ErrorKind::OutcomeUnknown), attempt).sentence();
        QVERIFY(text.contains(QStringLiteral("not known")));
        QVERIFY(!text.contains(QStringLiteral("has not been")));
    }
    QVERIFY(errorText(Error::of(ErrorKind::Unreachable), Attempt::Approve)
                .meaning.contains(QStringLiteral("has not been decided")));
}

void TestErrorText::countsTheAttempts()
{
    Error error = Error::of(ErrorKind::Status);
    error.status = 401;
    error.word = ErrorWord::Authentication;
    error.attempts = 3;
    error.maxAttempts = 5;
    QVERIFY(errorText(error, Attempt::SignIn).meaning.startsWith(QStringLiteral("2 attempts")));
    error.attempts = 4;
    QVERIFY(errorText(error, Attempt::SignIn).meaning.startsWith(QStringLiteral("One attempt")));
    error.lockoutTime = QDateTime(QDate(2026, 3, 31), QTime(9, 45), Qt::UTC);
    QVERIFY(errorText(error, Attempt::SignIn).meaning.contains(QStringLiteral("31 Mar 2026")));
}

/// R18: nothing that the server says turns texts round or hides in them.
void TestErrorText::showsTheServersTextAsText()
{
    Error error = Error::of(ErrorKind::Status);
    error.status = 418;
    error.serverMessage = QStringLiteral("no \u202Eevorppa\u202C <b>tea</b>");
    const QString text = errorText(error, Attempt::OpenCase).what;
    QVERIFY(text.contains(QStringLiteral("<b>tea</b>")));
    QVERIFY(!text.contains(QChar(0x202E)));
}

void TestErrorText::namesWhatTheServerNames()
{
    Error error = Error::of(ErrorKind::Status);
    error.status = 422;
    error.word = ErrorWord::RequiredDocumentsMissing;
    error.missingDocuments = {Requirement::ProofOfAddress};
    QVERIFY(errorText(error, Attempt::Approve).what.contains(QStringLiteral("Proof of address")));
    error = Error::of(ErrorKind::NotOffered);
    error.extension = Extension::Timeline;
    QVERIFY(errorText(error, Attempt::LoadActivity)
                .what.startsWith(QStringLiteral("This server does not offer")));
}

/// VALIDATION_FAILED names members of the request; nobody in front of the screen knows those.
void TestErrorText::callsMembersByTheirNamesOnScreen()
{
    Error error = Error::of(ErrorKind::Status);
    error.status = 400;
    error.word = ErrorWord::ValidationFailed;
    QCOMPARE(errorText(error, Attempt::Activate).what, QStringLiteral("FinHub did not accept a value."));
    error.fields = {{QStringLiteral("reasonCodes[0]"), QStringLiteral("is not known")}};
    ErrorText text = errorText(error, Attempt::Reject);
    QCOMPARE(text.what, QStringLiteral("FinHub did not accept the reasons: “is not known”."));
    QCOMPARE(text.next, QStringLiteral("Correct it and try again."));
    error.fields << FieldFault{QStringLiteral("data.notes"), QString()}
                 << FieldFault{QStringLiteral("fooBar"), QStringLiteral("a\u202Eb")}
                 << FieldFault{QString(), QStringLiteral("is wrong")};
    text = errorText(error, Attempt::Reject);
    QVERIFY2(text.what.contains(QStringLiteral("; the internal note; the value “fooBar”: “a")),
             qPrintable(text.what));
    QVERIFY(text.what.endsWith(QStringLiteral("; a value: “is wrong”.")));
    QVERIFY(!text.what.contains(QChar(0x202E)));
    QCOMPARE(text.next, QStringLiteral("Correct them and try again."));
}

/// Nobody who has just typed an id is told that FinHub "no longer" knows it.
void TestErrorText::saysWhatIsNotThere()
{
    Error error = Error::of(ErrorKind::Status);
    error.status = 404;
    error.word = ErrorWord::NotFound;
    QVERIFY(errorText(error, Attempt::SignIn).what.contains(QStringLiteral("no such user")));
    QVERIFY(errorText(error, Attempt::OpenCase).what.contains(QStringLiteral("no customer with this id")));
    QVERIFY(errorText(error, Attempt::ResetLogin).next.contains(QStringLiteral("user id")));
    QVERIFY(errorText(error, Attempt::Approve).what.contains(QStringLiteral("no such verification")));
    // Another server at the address knows no words of FinHub's.
    error.word = {};
    QCOMPARE(errorText(error, Attempt::SignIn).what,
             QStringLiteral("What answers at this address is not FinHub."));
}

/// R20.
void TestErrorText::saysHowLongToWait()
{
    Error error = Error::of(ErrorKind::Status);
    error.status = 429;
    error.word = ErrorWord::RateLimited;
    const auto next = [&error](int seconds) {
        error.retryAfter = std::chrono::seconds(seconds);
        return errorText(error, Attempt::LoadCustomers).next;
    };
    QCOMPARE(errorText(error, Attempt::LoadCustomers).next, QStringLiteral("Try again in a moment."));
    QCOMPARE(next(0), QStringLiteral("Try again in a second."));
    QCOMPARE(next(1), QStringLiteral("Try again in a second."));
    QCOMPARE(next(30), QStringLiteral("Try again in 30 seconds."));
    QCOMPARE(next(91), QStringLiteral("Try again in 2 minutes."));
    error.word = {};
    error.status = 503;
    QCOMPARE(next(120), QStringLiteral("It is not your doing. Try again in 2 minutes."));
    QCOMPARE(errorText(error, Attempt::LoadCustomers).what,
             QStringLiteral("FinHub is not available now (status 503)."));
}

void TestErrorText::tellsALostAnswerFromAServerInTrouble()
{
    Error error = Error::of(ErrorKind::OutcomeUnknown);
    QCOMPARE(errorText(error, Attempt::Activate).meaning,
             QStringLiteral("The answer was lost after the request had been sent."));
    error.status = 500;
    QVERIFY(errorText(error, Attempt::Activate).meaning.contains(QStringLiteral("status 500")));
    error.status = 409;
    error.word = ErrorWord::IdempotencyInProgress;
    QVERIFY(errorText(error, Attempt::Activate).meaning.contains(QStringLiteral("still at work")));
}

QTEST_MAIN(TestErrorText)
#include "tst_errortext.moc"
