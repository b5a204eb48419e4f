#pragma once

#include "review/samplecase.h"
#include "review/sampledraft.h"
#include "support/fakefinhub.h"
#include "views/onboarding/newcustomerview.h"
#include "views/walk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>

namespace finhub::test {

/// The view of a new customer, filled in by hand.
struct NewCustomerDesk {
    explicit NewCustomerDesk(const SessionInfo& session = sampleOfficer())
    {
        finhub.openSession(session);
        view.resize(1000, 760);
        view.show();
        // Fields learn that they have been left from an active window only.
        view.activateWindow();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the window does not become active");
        view.begin();
    }

    /// Opens the first page with the sandbox's categories.
    void answerCategories() { finhub.categoryLists.finishLast(sampleCategories()); }
    /// Goes to the second page, with a category for low risk.
    void goToRegistration()
    {
        answerCategories();
        choose(QStringLiteral("Individual Standard"));
        click("categoryNextButton");
    }
    /// Fills in what is asked for and goes to the third page.
    void goToAml()
    {
        goToRegistration();
        fill();
        click("registrationNextButton");
    }
    void fill() const
    {
        type("firstNameEdit", QStringLiteral("Rasa"));
        type("lastNameEdit", QStringLiteral("Vaitkus"));
        type("birthDateEdit", QStringLiteral("1990-05-15"));
        type("nationalityEdit", QStringLiteral("Lithuania"));
        type("emailEdit", QStringLiteral("rasa@example.com"));
        type("phoneEdit", QStringLiteral("+37060012345"));
        type("passwordEdit", QLatin1String(SamplePassword));
        type("repeatPasswordEdit", QLatin1String(SamplePassword));
    }
    /// Goes through all the pages and presses the last button.
    void submit()
    {
        goToAml();
        click("registerButton");
    }

    /// Chooses a category with the mouse.
    void choose(const QString& category) const
    {
        auto* list = find<QListWidget>("categoryList");
        const QList<QListWidgetItem*> found = list->findItems(category, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        list->scrollToItem(found.first());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(found.first()).center());
    }
    /// Types over what stands in a field, and leaves it.
    void type(const char* name, const QString& text) const
    {
        auto* edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        leave(name);
    }
    /// The focus goes on, as with Tab.
    void leave(const char* name) const
    {
        QWidget* at = find(name);
        // An open completion takes the keys first.
        const auto* edit = qobject_cast<QLineEdit*>(at);
        if (edit && edit->completer() && edit->completer()->popup()->isVisible())
            at = edit->completer()->popup();
        QTest::keyClick(at, Qt::Key_Tab);
    }
    template <typename E>
    void choose(const char* box, E value) const
    {
        auto* combo = find<QComboBox>(box);
        combo->setCurrentIndex(combo->findData(static_cast<int>(value)));
    }

    template <typename T = QWidget>
    T* find(const char* name) const
    {
        T* widget = view.findChild<T*>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    bool isShown(const char* name) const { return find(name)->isVisible(); }
    bool isEnabled(const char* name) const { return find(name)->isEnabled(); }
    void click(const char* name) const
    {
        auto* button = find<QAbstractButton>(name);
        QVERIFY2(button->isVisible() && button->isEnabled(), name);
        button->click();
    }
    QString text(const char* name) const { return find(name)->property("text").toString(); }
    /// What stands below a field.
    QString note(const char* name) const { return text(QByteArray(name).append("Note").constData()); }
    const RegistrationRequest& sent() const { return finhub.registrations.lastArguments(); }

    FakeFinHub finhub;
    views::NewCustomerView view{finhub};
};

inline QString passwordOf(const RegistrationRequest& request)
{
    const auto bytes = request.password.view();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

inline Error errorOf(ErrorWord word, const QList<FieldFault>& fields = {})
{
    Error error = Error::of(ErrorKind::Status);
    error.status = statusOf(word);
    error.word = word;
    error.fields = fields;
    return error;
}

} // namespace finhub::test
