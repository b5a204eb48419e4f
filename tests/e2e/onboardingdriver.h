#pragma once

#include "e2e/consolefixture.h"

#include <QTemporaryDir>

namespace finhub::test {

/// Onboards a customer through the widgets, one phase a function, as a person would. Each function fails the
/// test where it cannot go on; ask QTest::currentTestFailed() between them.
class OnboardingDriver {
public:
    explicit OnboardingDriver(ConsoleFixture& console)
        : m_console(console)
    {
    }

    /// Phases 1 and 2 up to the last press; the category by the name that its row shows.
    void fillRegistration(const QString& category, const QString& email);
    void registerCustomer(const QString& category, const QString& email);
    /// Phase 3: signs in as the customer, and stops acting where `act` is false.
    void startSession(bool act);
    void startVerification();
    /// Phase 5: one file, whose name says what it is.
    void upload(const QStringList& fileNames);
    void approve(bool seenElsewhere);
    void recordConsents();
    void activate();

    /// Shows a phase through the stepper; 0 is the category.
    void goTo(int phase);

    /// A picture file of this name in a folder that goes with the driver.
    QString pictureFile(const QString& name);

    static constexpr const char* Password = "SecurePass123!";

    /// Replaces what stands in a field.
    void type(const char* edit, const QString& text) { m_console.type(edit, text); }

private:
    ConsoleFixture& m_console;
    QTemporaryDir m_folder;
};

} // namespace finhub::test
