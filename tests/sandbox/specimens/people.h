#pragma once

#include "sandbox/specimens/specimen.h"

#include <QList>

/// Customers who are hard to print: long names, many alphabets' accents, ligatures, unknown countries.
namespace finhub::sandbox {

inline QList<SpecimenPerson> difficultPeople()
{
    const auto female = QStringLiteral("FEMALE");
    const auto male = QStringLiteral("MALE");
    return {{QStringLiteral("Rasa"), QStringLiteral("Vaitkutė"), QDate(1990, 5, 15),
             QStringLiteral("Lithuania"), female, QStringLiteral("Kaunas")},
            {QStringLiteral("Maximilian Alexander Ferdinand"),
             QStringLiteral("von Hohenstein-Wolkenburg-Müller"),
             QDate(1970, 12, 13),
             QStringLiteral("Germany"),
             male,
             {}},
            {QStringLiteral("Łucja"),
             QStringLiteral("Święcicka-Żółkiewska"),
             QDate(2001, 2, 28),
             QStringLiteral("Poland"),
             female,
             {}},
            {QStringLiteral("Sofia"),
             QStringLiteral("D’Affittino"),
             QDate(1958, 12, 3),
             QStringLiteral("Italy"),
             {},
             {}},
            {QStringLiteral("Seán"),
             QStringLiteral("Ó Súilleabháin"),
             QDate(1984, 2, 29),
             QStringLiteral("Ireland"),
             QStringLiteral("OTHER"),
             {}},
            {QStringLiteral("Yuki"), QStringLiteral("Sato"), QDate(1995, 7, 7), QStringLiteral("Japan"), male,
             QStringLiteral("Osaka")},
            {QStringLiteral("Zoë"),
             QStringLiteral("Nowhere"),
             QDate(1999, 1, 1),
             QStringLiteral("Atlantis"),
             {},
             {}}};
}

inline SpecimenRequest specimenRequest(DocumentType type, MimeType mime, const SpecimenPerson& person,
                                       quint64 seed, Flaw flaw = Flaw::None)
{
    SpecimenRequest request;
    request.type = type;
    request.mime = mime;
    request.person = person;
    request.flaw = flaw;
    request.seed = seed;
    request.uploadedOn = QDate(2026, 3, 31);
    return request;
}

} // namespace finhub::sandbox
