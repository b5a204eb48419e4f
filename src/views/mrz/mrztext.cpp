#include "views/mrz/mrztext.h"

#include "views/actions/actiontable.h"
#include "views/actions/keytexts.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace finhub::views::mrztext {

namespace {
constexpr std::array<int, 3> Lengths{30, 36, 44};

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::mrztext", text);
}

QString number(qsizetype value)
{
    return QLocale().toString(value);
}
} // namespace

QString format(MrzFormat format)
{
    switch (format) {
    case MrzFormat::Td1:
        return tr("Identity card: three lines of 30 characters (TD1)");
    case MrzFormat::Td2:
        return tr("Identity card: two lines of 36 characters (TD2)");
    case MrzFormat::Td3:
        return tr("Passport: two lines of 44 characters (TD3)");
    }
    return {};
}

QString field(MrzField field, MrzFormat format)
{
    switch (field) {
    case MrzField::DocumentCode:
        return tr("Kind");
    case MrzField::IssuingState:
        return tr("Issued by");
    case MrzField::DocumentNumber:
        return tr("Number");
    case MrzField::Surname:
        return tr("Surname");
    case MrzField::GivenNames:
        return tr("Given names");
    case MrzField::Nationality:
        return tr("Nationality");
    case MrzField::DateOfBirth:
        return tr("Born");
    case MrzField::Sex:
        return tr("Sex");
    case MrzField::Expiry:
        return tr("Expires");
    case MrzField::OptionalData:
        return format == MrzFormat::Td3 ? tr("Personal no.") : tr("Optional");
    case MrzField::MoreOptionalData:
        return tr("Optional 2");
    case MrzField::Composite:
        return tr("All together");
    }
    return {};
}

QString fault(const MrzFault& fault)
{
    switch (fault.kind) {
    case MrzFault::Kind::Nothing:
        return {};
    case MrzFault::Kind::NoFormat:
        return tr(
            "These are not yet the lines of a zone: a passport has two of 44 characters, an identity card "
            "three of 30 or two of 36.");
    case MrzFault::Kind::BadCharacter:
        return tr("Line %1, place %2: %3 does not occur in a zone, only the letters A to Z, digits and < do.")
            .arg(number(fault.line + 1), number(fault.column + 1), displayText(QString(fault.character)));
    }
    return {};
}

QString summary(const MrzReading& reading)
{
    QStringList failing;
    QStringList impossible;
    int digits = 0;
    for (const MrzValue& value : reading.values) {
        digits += value.check == MrzCheck::None ? 0 : 1;
        if (value.check == MrzCheck::Fails)
            failing << field(value.field, reading.format);
        else if (!value.wellFormed)
            impossible << field(value.field, reading.format);
    }
    if (failing.isEmpty() && impossible.isEmpty())
        return tr("✓ All %1 check digits hold.").arg(number(digits));
    QStringList sentences;
    if (!failing.isEmpty())
        sentences << tr("✗ %1 of %2 check digits do not hold: %3.")
                         .arg(number(failing.size()), number(digits), failing.join(QStringLiteral(", ")));
    if (!impossible.isEmpty())
        sentences << tr("✗ Not possible as it stands: %1.").arg(impossible.join(QStringLiteral(", ")));
    sentences << tr("Compare the lines with the document.");
    return sentences.join(u' ');
}

QString length(qsizetype characters)
{
    if (characters == 0)
        return {};
    QString there = characters == 1 ? tr("1 character") : tr("%1 characters").arg(number(characters));
    if (isExpectedLength(characters))
        return there;
    const int nearest = *std::min_element(Lengths.begin(), Lengths.end(), [characters](int one, int other) {
        return std::abs(one - characters) < std::abs(other - characters);
    });
    return tr("%1, %2 expected").arg(there, number(nearest));
}

bool isExpectedLength(qsizetype characters)
{
    return std::find(Lengths.begin(), Lengths.end(), characters) != Lengths.end();
}

QString match(MrzMatch match)
{
    switch (match) {
    case MrzMatch::Same:
        return tr("✓ Same");
    case MrzMatch::SameAsFarAsItGoes:
        return tr("≈ Same, cut short");
    case MrzMatch::Partly:
        return tr("± In part");
    case MrzMatch::Differs:
        return tr("✗ Differs");
    case MrzMatch::NotDeclared:
        return tr("Not declared");
    case MrzMatch::NotWritten:
        return tr("Not in the zone");
    }
    return {};
}

QString limits()
{
    return tr(
        "The check digits notice every digit that was taken for another one. They cannot notice:\n"
        "• a character in the place of one whose value differs by ten, twenty or thirty, such as 0, A, K, U "
        "and <, or 1, B, L and V;\n"
        "• two neighbours exchanged whose values differ by five or ten, such as 1 and 6, or 0 and A;\n"
        "• anything in names, states, nationality and sex, which no check digit covers.\n"
        "A forger can compute them too. The zone helps to compare; it decides nothing.");
}

QString howTo()
{
    return tr("Type the lines as they are printed, or paste them; small letters, spaces, ‹ and « for < are "
              "understood. Or draw a frame around them on the page, with “%1”, to have them read.")
        .arg(withKey(textOf(*findAction(QStringLiteral("selectZoneAction"))),
                     QStringLiteral("selectZoneAction")));
}

QString reading()
{
    return tr("Reading the zone…");
}

QString readByProgram()
{
    return tr("Read by the program, which takes one letter for another at times: compare the lines with the "
              "document and mend them here.");
}

QString nothingFound()
{
    return tr(
        "No lines of a machine-readable zone were found there. Draw the frame again, a little wider and "
        "turned so that the lines are level, or type them.");
}

QString notRead(const Error& error)
{
    if (error.kind == ErrorKind::NotOffered)
        return tr("The zone cannot be read here: the Tesseract library and its English language data are not "
                  "installed, or this console was built without them (Debian: libtesseract-dev, "
                  "tesseract-ocr-eng). Type the lines instead; everything else is the same.");
    return tr("The zone could not be read. Type the lines instead, or draw the frame again.");
}

} // namespace finhub::views::mrztext
