#include "review/documentnames.h"

#include "core/foldedtext.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace finhub::review {

namespace {
constexpr qsizetype MaxName = 255;  // 2.8
constexpr qsizetype MaxEnding = 16; // a longer "ending" is part of the name

bool turnsDirection(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f ||
           c == 0x061c;
}

/// Cuts between characters, never between the halves of one.
QString cut(const QString& text, qsizetype length)
{
    if (length > 0 && length < text.size() && text.at(length - 1).isHighSurrogate())
        --length;
    return text.left(length);
}

/// A word or words of a file's name, and what they speak of. The first line that fits counts, so the more
/// telling ones come first.
struct Hint {
    const char* words; ///< with a space at the end: a whole word; else the beginning of one
    DocumentType type;
};
constexpr std::array<Hint, 43> Hints{{
    {"selfie", DocumentType::Selfie},
    {"self portrait", DocumentType::Selfie},
    {"pep ", DocumentType::PepDeclaration},
    {"politically exposed", DocumentType::PepDeclaration},
    {"beneficial", DocumentType::BeneficialOwnership},
    {"ownership", DocumentType::BeneficialOwnership},
    {"ubo ", DocumentType::BeneficialOwnership},
    {"passport", DocumentType::Passport},
    {"driving", DocumentType::DriversLicense},
    {"driver", DocumentType::DriversLicense},
    {"licence", DocumentType::DriversLicense},
    {"license", DocumentType::DriversLicense},
    {"national id", DocumentType::NationalId},
    {"government id", DocumentType::GovernmentId},
    {"identity", DocumentType::IdCard},
    {"idcard", DocumentType::IdCard},
    {"id ", DocumentType::IdCard},
    {"payslip", DocumentType::IncomeProof},
    {"pay slip", DocumentType::IncomeProof},
    {"paystub", DocumentType::IncomeProof},
    {"pay stub", DocumentType::IncomeProof},
    {"salary", DocumentType::IncomeProof},
    {"income", DocumentType::IncomeProof},
    {"wage", DocumentType::IncomeProof},
    {"tax return", DocumentType::IncomeProof},
    {"bank", DocumentType::BankStatement},
    {"account statement", DocumentType::BankStatement},
    {"source of", DocumentType::SourceOfFunds},
    {"funds", DocumentType::SourceOfFunds},
    {"wealth", DocumentType::SourceOfFunds},
    {"sof ", DocumentType::SourceOfFunds},
    {"proof of address", DocumentType::ProofOfAddress},
    {"address", DocumentType::ProofOfAddress},
    {"utility", DocumentType::ProofOfAddress},
    {"bill ", DocumentType::ProofOfAddress},
    {"bills ", DocumentType::ProofOfAddress},
    {"electricity", DocumentType::ProofOfAddress},
    {"lease", DocumentType::ProofOfAddress},
    {"rental", DocumentType::ProofOfAddress},
    {"residence", DocumentType::ProofOfAddress},
    {"council tax", DocumentType::ProofOfAddress},
    {"poa ", DocumentType::ProofOfAddress},
    {"statement", DocumentType::BankStatement},
}};

/// " bank statement may " of "BankStatement_May-2026.pdf": words in lower case without accents, one space
/// round each.
QString wordsOf(const QString& fileName)
{
    const QString stem = QFileInfo(fileName).completeBaseName();
    QString words = QStringLiteral(" ");
    QChar before;
    for (const QChar c : stem) {
        if (c.isUpper() && before.isLower())
            words += u' ';
        words += c.isLetter() || c.isMark() ? c : QChar(u' ');
        before = c;
    }
    return QLatin1Char(' ') + foldedText(words).simplified() + QLatin1Char(' ');
}
} // namespace

QString acceptableFileName(const QString& path)
{
    QString name;
    const QString last = QFileInfo(QDir::cleanPath(path)).fileName();
    for (qsizetype i = 0; i < last.size(); ++i) {
        const QChar c = last.at(i);
        if (c.isHighSurrogate() && i + 1 < last.size() && last.at(i + 1).isLowSurrogate()) {
            name += c;
            name += last.at(++i);
        } else if (c == u'/' || c == u'\\' || c.category() == QChar::Other_Control || c.isSurrogate()) {
            name += u'_';
        } else if (!turnsDirection(c.unicode())) {
            name += c;
        }
    }
    name = name.trimmed();
    if (name.isEmpty())
        return QStringLiteral("document");
    if (name.size() <= MaxName)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= MaxEnding ? name.mid(dot) : QString();
    return cut(name, MaxName - ending.size()) + ending;
}

DocumentType guessDocumentType(const QString& fileName)
{
    const QString words = wordsOf(fileName);
    for (const Hint& hint : Hints) {
        if (words.contains(QLatin1Char(' ') + QLatin1String(hint.words)))
            return hint.type;
    }
    return DocumentType::Unknown;
}

} // namespace finhub::review
