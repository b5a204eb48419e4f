#include "sandbox/specimens/ledger.h"

#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/countries.h"
#include "sandbox/specimens/employment.h"
#include "sandbox/specimens/iban.h"
#include "sandbox/specimens/money.h"
#include "sandbox/specimens/personseed.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace finhub::sandbox {

namespace {
struct Spending {
    QStringView text;
    double least; ///< euros
    double most;
};
constexpr std::array<Spending, 12> Everyday{{{u"Card payment · Market Hall", 8, 74},
                                             {u"Card payment · Corner Bakery", 2, 12},
                                             {u"Card payment · Green Grocer", 5, 48},
                                             {u"Card payment · City Pharmacy", 4, 39},
                                             {u"Card payment · Book Cellar", 9, 55},
                                             {u"Card payment · Railways", 12, 86},
                                             {u"Card payment · Café Linde", 4, 22},
                                             {u"Card payment · Petrol Station 24", 25, 80},
                                             {u"Card payment · Shoe House", 29, 119},
                                             {u"Card payment · Cinema Lux", 9, 28},
                                             {u"Online payment · Webshop Nord", 11, 140},
                                             {u"Cash withdrawal · ATM", 20, 150}}};

qint64 amountIn(const Country& country, double euros)
{
    return std::llround(euros * currencyScale(country) * 100);
}

/// What comes every month.
void addMonth(QList<LedgerEntry>& entries, const SpecimenRequest& request, const QDate& first,
              const Country& country, double rent, SpecimenRandom& random)
{
    const Employment employment = employmentOf(request.person);
    entries.append(LedgerEntry{first.addDays(random.between(0, 2)), QStringLiteral("Standing order · Rent"),
                               addressOf(request.person).street, -amountIn(country, rent), 0});
    entries.append(LedgerEntry{first.addDays(random.between(3, 9)),
                               QStringLiteral("Direct debit · Electricity"),
                               QStringLiteral("contract %1").arg(random.between(100000, 999999)),
                               -amountIn(country, random.real(38, 92)), 0});
    entries.append(LedgerEntry{first.addDays(random.between(5, 12)),
                               QStringLiteral("Direct debit · Telephone"), QStringLiteral("monthly fee"),
                               -amountIn(country, random.real(19, 36)), 0});
    entries.append(LedgerEntry{first.addDays(24), QStringLiteral("Salary · ") + employment.employer,
                               first.toString(QStringLiteral("MM/yyyy")), employment.netSalary, 0});
    entries.append(LedgerEntry{QDate(first.year(), first.month(), first.daysInMonth()),
                               QStringLiteral("Account fee"), QString(), -amountIn(country, 2.9), 0});
    if (random.oneIn(3))
        entries.append(LedgerEntry{first.addDays(random.between(8, 26)),
                                   QStringLiteral("Transfer to savings"), QStringLiteral("own account"),
                                   -amountIn(country, random.between(1, 6) * 50), 0});
}
} // namespace

Ledger ledgerFor(const SpecimenRequest& request)
{
    const Country country = countryNamed(request.person.nationality);
    SpecimenRandom random(request.seed ^ 0x1ED6E2ULL);
    SpecimenRandom account(personSeed(request.person) ^ 0x1BA4ULL);
    Ledger ledger;
    ledger.iban = ibanFor(country, account);
    const int months = random.between(1, 3);
    ledger.to = QDate(request.uploadedOn.year(), request.uploadedOn.month(), 1).addDays(-1);
    ledger.from = QDate(ledger.to.year(), ledger.to.month(), 1).addMonths(1 - months);
    ledger.opening = amountIn(country, random.real(900, 6500));

    const double rent = 400 + account.below(500);
    const int cardNumber = account.below(10000);
    for (int month = 0; month < months; ++month)
        addMonth(ledger.entries, request, ledger.from.addMonths(month), country, rent, random);
    const int everyday = months == 1 ? random.between(26, 34) : months * random.between(17, 22);
    const int days = static_cast<int>(ledger.from.daysTo(ledger.to));
    for (int i = 0; i < everyday; ++i) {
        const Spending& spending = random.pick(Everyday);
        const bool cash = spending.text.startsWith(u"Cash");
        const double euros = cash ? 10 * random.between(2, 15) : random.real(spending.least, spending.most);
        ledger.entries.append(
            LedgerEntry{ledger.from.addDays(random.below(days + 1)), spending.text.toString(),
                        QStringLiteral("card ending %1").arg(cardNumber, 4, 10, QLatin1Char('0')),
                        -amountIn(country, euros), 0});
    }
    std::stable_sort(ledger.entries.begin(), ledger.entries.end(),
                     [](const LedgerEntry& a, const LedgerEntry& b) { return a.on < b.on; });
    qint64 balance = ledger.opening;
    for (LedgerEntry& line : ledger.entries) {
        balance += line.amount;
        line.balance = balance;
        (line.amount > 0 ? ledger.moneyIn : ledger.moneyOut) += line.amount;
    }
    ledger.closing = balance;
    return ledger;
}

} // namespace finhub::sandbox
