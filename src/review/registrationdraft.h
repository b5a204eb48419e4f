#pragma once

#include "core/registration.h"
#include "core/validation.h"
#include "core/values.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>
#include <span>

/// What is filled in to register a new customer (2.3, 2.4), before anything is sent.
namespace finhub::review {

/// Everything that is asked, in the order in which it is asked.
enum class DraftField {
    Category,
    FirstName,
    LastName,
    BirthDate,
    Nationality,
    Gender,
    BirthPlace,
    Email,
    Phone,
    Pincode,
    Password,
    RepeatedPassword,
    Roles,
    AmlRisk,
    AmlScore,
    Pep,
    PepCategory,
    Sanctions,
    Monitoring,
    EnhancedDueDiligence
};

/// The three steps of the form.
enum class DraftStep { Category, Registration, Aml };

/// All fields in their order.
std::span<const DraftField> draftFields();
DraftStep stepOf(DraftField field);
/// The field of a member of the request as the server names it in an error (`dateOfBirth`,
/// `customerCategory.id`, `parametrization.riskLevel`); nullopt for one that is not asked for.
std::optional<DraftField> fieldOfMember(const QString& member);

/// Why a field keeps the draft from being sent. The order has no meaning.
enum class DraftFault {
    None,
    Missing,
    TooLong,           ///< more than MaxTextLength
    NotForIndividuals, ///< a category of business customers
    NotAnEmail,        ///< 7.6
    NotAPhone,         ///< not E.164
    NotADate,          ///< nothing that readDate() understands (review/typedtext.h)
    InTheFuture,       ///< born after today
    TooLongAgo,        ///< born more than 130 years ago: a slip of the finger
    Underage,          ///< the server would answer NOT_ELIGIBLE
    WeakPassword,      ///< see PasswordFacts::broken
    Different,         ///< the repetition is not the password
    OutOfRange         ///< a score outside 0-100
};

/// What is known of the two password fields. The passwords themselves are never in the draft.
struct PasswordFacts {
    bool given = false;
    bool repeated = false; ///< something stands in the second field
    bool same = false;
    bool held = false; ///< nothing is typed, and the password of the last try is still there
    QList<PasswordRule> broken;

    static PasswordFacts of(const QString& password, const QString& repetition, bool held);
    friend bool operator==(const PasswordFacts&, const PasswordFacts&) = default;
};

/// Whether a category is for individuals. The contract marks only the others, by `B2B` as a word of their
/// code or id (2.3); a category without that mark is offered, and the server has the last word.
bool isForIndividuals(const Category& category);

/// What a category or risk asks for: the server's list, else the one of the risk (4.4); empty when neither
/// says.
QList<WireValue<Requirement>> neededDocuments(const Category& category);

/// The form as it is filled in. Texts are kept as review/typedtext.h cleans them.
class RegistrationDraft {
public:
    Category category; ///< without id: none chosen
    PasswordFacts password;
    QList<Role> roles{Role::AccountOwner, Role::User};
    bool usesAml = false;
    AmlProfile aml; ///< kept while usesAml is off, so that switching it on again brings it back

    /// Takes what was typed into one of the text fields, FirstName to Pincode. Gender takes the wire's word.
    void setText(DraftField field, const QString& typed);
    /// What is kept of it; of BirthDate what was typed.
    QString text(DraftField field) const;
    const Person& person() const { return m_person; }

    /// The parametrization that is sent; a PEP's category only for a PEP.
    std::optional<AmlProfile> profile() const;
    /// The risk that the customer will have (2.4).
    RiskLevel risk() const;

    /// What is wrong with a field today.
    DraftFault faultOf(DraftField field, const QDate& today) const;
    /// The faulty fields of a step in their order.
    QList<DraftField> faultyFields(DraftStep step, const QDate& today) const;
    bool isComplete(const QDate& today) const;

    /// Whether anything was typed that would be missed.
    bool hasInput() const;
    /// Whether both would be sent as the same request, the password left aside.
    bool isSameRequest(const RegistrationDraft& other) const;
    /// The request without password and key.
    RegistrationRequest request() const;

private:
    Person m_person;
    QString m_birthDate;
};

/// The customer that the server answered with, completed by what was sent where the answer is silent.
Customer completedBy(Customer answer, const RegistrationDraft& sent);

} // namespace finhub::review
