#pragma once

#include "core/error.h"
#include "e2e/consolefixture.h"

#include <QList>

/// Goes on only while the test has not failed: what follows would be about another screen.
#define STEP(call)                                                                                           \
    do {                                                                                                     \
        call;                                                                                                \
        if (QTest::currentTestFailed())                                                                      \
            return;                                                                                          \
    } while (false)

namespace finhub::test {

/// One row of the error table (1.4) and how a person comes to see it.
struct ErrorRow {
    const char* word; ///< as in the table
    const char* how;
    void (*provoke)();
};

QList<ErrorRow> signInErrors();
QList<ErrorRow> registrationErrors();
QList<ErrorRow> caseErrors();
QList<ErrorRow> decisionErrors();
QList<ErrorRow> serverErrors();
/// What the console says before anything is sent, so that the server need not refuse it.
QList<ErrorRow> foreseenErrors();

/// Waits for exactly this sentence in a label on screen, and for nothing raw beside it: neither a word of the
/// table nor JSON in any text that is shown.
void expectSentence(const ConsoleFixture& console, const char* label, const QString& sentence);
/// FinHub has answered a call of the console with this word: the sentence was not made up on the way.
void expectAnswered(const ConsoleFixture& console, ErrorWord word);
/// Nothing that changes anything was sent since the session was opened.
void expectNothingWritten(const ConsoleFixture& console);

/// The id of a seeded customer, by section 6's numbering.
QString seededCustomer(quint32 index);

/// Reads the list again until the window says that it is offline: an answer that was on its way when the
/// connection went may have said the contrary in between.
void readTheListUntilOffline(ConsoleFixture& console);
/// A sandbox that offers everything but these.
sandbox::SandboxOptions sandboxWithout(const QList<Extension>& extensions);
sandbox::SandboxOptions sandboxWithoutExtensions();

/// Section 6, seeding: customers of low risk by what they wait for, and two that somebody may not decide.
enum Seeded : quint32 {
    InVerification = 2,
    InDocuments = 3,
    WithASelfieOnly = 5,
    InApproval = 7,
    InConsents = 12,
    InActivation = 14,
    HighRiskInApproval = 187
};

} // namespace finhub::test
