#include "sandbox/templates/seededtemplates.h"

#include <QStringList>

namespace finhub::sandbox {

namespace {
constexpr const char* Terms[] = {
    "1. About this agreement\n"
    "These terms are an agreement between you and us, the institution that keeps your account. They apply "
    "to your personal payment account, to the wallet that belongs to it and to every payment that you make "
    "or receive with it. Please read them before you accept them, and keep a copy. We will send you one at "
    "any time, free of charge.",

    "2. Who can open an account\n"
    "You can open an account if you are at least 18 years old, act for yourself and not for somebody else, "
    "and use the account for private purposes. We have to know who you are before we can open it. We will "
    "therefore ask you for an identity document and, depending on your circumstances, for proof of your "
    "address and of where your money comes from. We may refuse to open an account if we cannot complete "
    "these checks.",

    "3. Your account and your payments\n"
    "We show the balance of your account and every payment in your wallet. You give us a payment order by "
    "confirming it in the app with your code. We carry it out on the same business day if we receive it "
    "before 16:00, otherwise on the next one. We may refuse an order if there is not enough money in the "
    "account, if the order is incomplete, or if the law does not allow us to carry it out. We will tell you "
    "why, unless we are not permitted to.",

    "4. Keeping your account safe\n"
    "Keep your password and your codes to yourself. We will never ask you for them by telephone or e-mail. "
    "Tell us without delay if your phone or your codes have been lost or stolen, or if you see a payment "
    "that you did not make. We will then block the account. Until you have told us, you may have to bear up "
    "to EUR 50 of the loss; you bear all of it if you have acted fraudulently or with gross negligence.",

    "5. Fees\n"
    "Opening the account, keeping it and payments in euro within the European Economic Area are free of "
    "charge. The fees for all other services are in our price list, which is part of this agreement. We "
    "take a fee from your account when the service has been provided.",

    "6. Your information\n"
    "Tell us within 14 days when your name, address, nationality or tax residence changes, and when you or "
    "a member of your family take up a prominent public function. From time to time we have to ask you to "
    "confirm what we know about you. If you do not answer, we may have to limit the use of the account "
    "until you have.",

    "7. Changes to these terms\n"
    "We will tell you about a change at least two months before it takes effect. If you do not agree, you "
    "can close your account free of charge before that day. A new version applies to you once you have "
    "accepted it.",

    "8. Closing the account\n"
    "You can close your account at any time without giving a reason. We can close it with two months' "
    "notice, or at once if you have seriously breached these terms or if the law obliges us to. We pay the "
    "remaining balance to an account in your name.",

    "9. Complaints and applicable law\n"
    "Please write to us if you are not satisfied. We will answer within 15 business days. If our answer "
    "does not settle the matter, you can turn to the supervisory authority of your country. These terms are "
    "governed by the law of the country in which you live.",
};

constexpr const char* Privacy[] = {
    "1. What this policy is about\n"
    "This policy explains which personal data we collect when you open and use an account with us, why we "
    "need them, who receives them, how long we keep them and which rights you have. We are the controller "
    "of your data within the meaning of Regulation (EU) 2016/679, the General Data Protection Regulation.",

    "2. Which data we collect\n"
    "We collect what you tell us: your name, date and place of birth, nationality, address, e-mail address "
    "and telephone number, and the documents that you send us. We also collect what arises when you use our "
    "services: your payments, the messages between you and us, and technical data about the device and the "
    "network address that you use. From public registers and from lists of sanctioned persons and of "
    "persons who hold a prominent public function we obtain what the law obliges us to check.",

    "3. Why we need them\n"
    "We use your data to provide the account that you have asked for, to fulfil our legal duties, above all "
    "those to prevent money laundering and the financing of terrorism, and to protect you and us against "
    "fraud. For anything else, such as news about our products, we will ask you separately. You may always "
    "say no to that.",

    "4. Who receives them\n"
    "Within our institution only those people see your data who need them for their work. We pass them on "
    "to companies that work for us under contract and on our instructions, to the banks that take part in "
    "your payments, and to authorities where the law demands it. We do not sell your data.",

    "5. Where they are processed\n"
    "Your data are stored within the European Economic Area. If a payment leads to a country outside it, we "
    "pass on what is needed for that payment and nothing more.",

    "6. How long we keep them\n"
    "We keep the data about your account and your payments for eight years after the end of our business "
    "relationship, as the law on the prevention of money laundering demands. If we do not open an account "
    "for you, we erase your application as soon as that law no longer obliges us to keep it.",

    "7. Your rights\n"
    "You can ask us for a copy of your data and have them corrected if they are wrong. You can ask us to "
    "erase them or to restrict their use, as far as the law does not oblige us to keep them. You can object "
    "to processing that rests on our legitimate interests, and you can receive the data that you have given "
    "us in a form that a machine can read. You can lodge a complaint with the data protection authority of "
    "your country.",

    "8. How to reach us\n"
    "Write to our data protection officer through the messages in the app or by post to our registered "
    "office. We answer within one month.",
};

constexpr const char* DataProcessing[] = {
    "1. What you agree to\n"
    "By accepting this declaration you agree that we process the data and documents described below in "
    "order to establish your identity and to assess whether we may open an account for you. The declaration "
    "supplements our privacy policy, which explains your rights in full.",

    "2. Checking your documents\n"
    "We read the identity document that you send us, check its security features and the data printed on "
    "it, and compare them with what you have entered. If you send us a picture of yourself, we compare it "
    "with the picture in the document. The comparison is made by our staff with the help of software. The "
    "picture is used for nothing else.",

    "3. Checking against lists\n"
    "We compare your name, date of birth and nationality with lists of sanctioned persons and of persons "
    "who hold a prominent public function, when you apply and regularly for as long as you are our "
    "customer. If there is a match, one of our staff looks into it.",

    "4. Assessing the risk\n"
    "From your answers, your documents and the results of these checks we assign you to a risk category. "
    "The category determines which documents we ask for, how closely we follow your payments and how often "
    "we ask you to confirm your information. No decision to refuse an account is made by a machine alone: a "
    "compliance officer looks at every application.",

    "5. Following your payments\n"
    "The law obliges us to watch the payments on your account for signs of money laundering, of the "
    "financing of terrorism and of fraud. We keep a record of these checks. We may have to report what we "
    "find to an authority, and we may not be allowed to tell you about it.",

    "6. Duration and withdrawal\n"
    "This consent is valid for one year. We will ask you to renew it before it ends. You can withdraw it at "
    "any time with effect for the future; what we did before remains lawful. Without it we cannot keep your "
    "account open, because we can then no longer carry out the checks that the law demands of us.",
};

template <std::size_t N>
QString bodyOf(const char* const (&paragraphs)[N])
{
    QStringList parts;
    for (const char* paragraph : paragraphs)
        parts << QString::fromLatin1(paragraph);
    return parts.join(QLatin1String("\n\n"));
}

ConsentTemplate firstVersion(const char* id, ConsentType type, const char* title, QString body)
{
    ConsentTemplate consent;
    consent.id = QString::fromLatin1(id);
    consent.type = type;
    consent.version = QStringLiteral("1.0");
    consent.effectiveDate = QDate(2026, 1, 1);
    consent.title = QString::fromLatin1(title);
    consent.body = std::move(body);
    consent.locale = QStringLiteral("en");
    return consent;
}
} // namespace

std::vector<ConsentTemplate> seededTemplates()
{
    return {firstVersion("2e6d9f14-8a3b-4c70-b1e5-f0c7a9d84b26", ConsentType::TermsAndConditions,
                         "Terms and Conditions", bodyOf(Terms)),
            firstVersion("7b40c8e2-15d9-4f6a-a3b7-92e6d0f1c583", ConsentType::PrivacyPolicy, "Privacy Policy",
                         bodyOf(Privacy)),
            firstVersion("c95a1f37-e04b-4d82-9c6e-3f7b8a2d5e10", ConsentType::DataProcessing,
                         "Consent to Data Processing", bodyOf(DataProcessing))};
}

} // namespace finhub::sandbox
