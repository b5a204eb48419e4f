#include "views/mrz/mrzrows.h"

#include "views/mrz/mrztext.h"
#include "views/support/masking.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::mrzrows", text);
}

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

Tone toneOf(MrzMatch match)
{
    switch (match) {
    case MrzMatch::Same:
        return Tone::Good;
    case MrzMatch::SameAsFarAsItGoes:
    case MrzMatch::Partly:
        return Tone::Soon;
    case MrzMatch::Differs:
        return Tone::Bad;
    case MrzMatch::NotDeclared:
    case MrzMatch::NotWritten:
        return Tone::Outline;
    }
    return Tone::Outline;
}

/// A date as people write it; as it stands where it is none.
QString dateOrDigits(const QDate& date, const QString& digits)
{
    return date.isValid() ? dateText(date) : orDash(digits);
}

QString declaredText(const MrzComparedField& compared, const Person& declared, bool masked)
{
    if (compared.field != MrzField::DateOfBirth)
        return compared.declared;
    return masked ? masking::date(declared.dateOfBirth) : dateText(declared.dateOfBirth);
}

FieldRow otherRow(const MrzReading& reading, MrzField field)
{
    const MrzValue* const value = reading.find(field);
    FieldRow row{mrztext::field(field, reading.format), orDash(value ? value->text : QString())};
    if (value && !value->wellFormed) {
        row.chip = tr("✗ Not possible");
        row.tone = Tone::Bad;
    }
    return row;
}
} // namespace

QList<FieldRow> mrzComparedRows(const MrzReading& reading, const Person& declared, bool masked)
{
    QList<FieldRow> rows;
    for (const MrzComparedField& compared : compareMrz(reading, declared)) {
        FieldRow row;
        row.name = mrztext::field(compared.field, reading.format);
        row.value = compared.field == MrzField::DateOfBirth
                        ? dateOrDigits(reading.dateOfBirth, reading.birthDigits)
                        : orDash(compared.written);
        if (compared.match != MrzMatch::Same && compared.match != MrzMatch::NotDeclared)
            row.value += u'\n' + tr("Declared: %1").arg(orDash(declaredText(compared, declared, masked)));
        row.chip = mrztext::match(compared.match);
        row.tone = toneOf(compared.match);
        rows << row;
    }
    return rows;
}

QList<FieldRow> mrzOtherRows(const MrzReading& reading, const QDate& today)
{
    QList<FieldRow> rows{otherRow(reading, MrzField::DocumentCode), otherRow(reading, MrzField::IssuingState),
                         otherRow(reading, MrzField::DocumentNumber), otherRow(reading, MrzField::Expiry)};
    if (reading.expiry.isValid()) {
        FieldRow& expiry = rows.last();
        expiry.value = dateText(reading.expiry);
        const bool expired = reading.expiry < today;
        expiry.chip = expired ? tr("✗ Expired") : tr("✓ Not expired");
        expiry.tone = expired ? Tone::Bad : Tone::Good;
    }
    for (const MrzField field : {MrzField::OptionalData, MrzField::MoreOptionalData}) {
        if (!reading.text(field).isEmpty())
            rows << otherRow(reading, field);
    }
    return rows;
}

QList<FieldRow> mrzDigitRows(const MrzReading& reading)
{
    QList<FieldRow> rows;
    for (const MrzValue& value : reading.values) {
        if (value.check == MrzCheck::None)
            continue;
        const bool holds = value.check == MrzCheck::Holds;
        FieldRow row{mrztext::field(value.field, reading.format), QString(value.digit)};
        if (!holds)
            row.value = tr("%1, should be %2").arg(QString(value.digit), QString(value.expectedDigit));
        row.chip = holds ? tr("✓ Holds") : tr("✗ Does not hold");
        row.tone = holds ? Tone::Good : Tone::Bad;
        rows << row;
    }
    return rows;
}

} // namespace finhub::views
