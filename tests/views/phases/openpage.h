#pragma once

#include "review/onboarding.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/phases/phasepage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <functional>
#include <memory>
#include <tuple>

namespace finhub::test {

/// A phase's page with a case, as the case's view would show it: refreshed with every change. The case is the
/// sample customer until a test changes it. Services are what the page is made with besides FinHub.
template <typename Page, typename... Services>
struct OpenPage {
    using Change = std::function<void(Customer&, Verification&)>;

    explicit OpenPage(const SessionInfo& session = sampleOfficer())
    {
        finhub.openSession(session);
        file = std::make_unique<review::CaseFile>(finhub, CustomerId(QStringLiteral("c-1")));
        onboarding = std::make_unique<review::Onboarding>(finhub, *file);
        page =
            std::apply([this](auto&... more) { return std::make_unique<Page>(finhub, more...); }, services);
        QObject::connect(file.get(), &review::CaseFile::changed, page.get(), [this] { page->refresh(); });
        QObject::connect(onboarding.get(), &review::Onboarding::changed, page.get(),
                         [this] { page->refresh(); });
        page->resize(900, 700);
    }

    /// Opens the case and shows the page.
    void open(const Change& change = {})
    {
        page->setCase(file.get(), onboarding.get());
        file->load();
        answerCase(change);
        page->show();
        page->refresh();
    }
    /// Opens a customer who has no verification yet.
    void openWithoutVerification(const std::function<void(Customer&)>& change = {})
    {
        page->setCase(file.get(), onboarding.get());
        file->load();
        answerWithoutVerification(change);
        page->show();
        page->refresh();
    }
    void answerWithoutVerification(const std::function<void(Customer&)>& change = {})
    {
        Customer customer = sampleCustomer();
        customer.verification.reset();
        customer.stage = Stage::Verification;
        if (change)
            change(customer);
        finhub.customers.finishLast(customer);
        finhub.timelines.finishLast(Page_{});
    }
    /// Answers the reads of the case that are under way.
    void answerCase(const Change& change = {})
    {
        Customer customer = sampleCustomer();
        Verification verification = sampleVerification();
        if (change)
            change(customer, verification);
        customer.verification = verification;
        finhub.customers.finishLast(customer);
        finhub.verifications.finishLast(verification);
        finhub.timelines.finishLast(Page_{});
    }

    template <typename T = QWidget>
    T* find(const char* name) const
    {
        T* widget = page->template findChild<T*>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    bool isShown(const char* name) const { return find(name)->isVisible(); }
    bool isEnabled(const char* name) const { return find(name)->isEnabled(); }
    void click(const char* name) const { find<QAbstractButton>(name)->click(); }
    QString text(const char* name) const
    {
        const QWidget* widget = find(name);
        return widget->property("text").toString();
    }
    void type(const char* name, const QString& text) const
    {
        auto* edit = find<QLineEdit>(name);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    /// The service of this type that the page was made with.
    template <typename Service>
    Service& service()
    {
        return std::get<Service>(services);
    }

    using Page_ = finhub::Page<TimelineEvent>;

    FakeFinHub finhub;
    std::tuple<Services...> services;
    std::unique_ptr<review::CaseFile> file;
    std::unique_ptr<review::Onboarding> onboarding;
    std::unique_ptr<Page> page;
};

/// The sample officer with no role but this one.
inline SessionInfo sampleViewer()
{
    SessionInfo viewer = sampleOfficer();
    viewer.roles = {Role::Viewer};
    return viewer;
}

inline Error errorOf(ErrorWord word)
{
    Error error = Error::of(ErrorKind::Status);
    error.status = statusOf(word);
    error.word = word;
    return error;
}

} // namespace finhub::test
