#include "app/specimendocuments.h"

#include <QCryptographicHash>
#include <QMutexLocker>

#include <array>

namespace finhub::app {

namespace {
struct Sample {
    Requirement requirement;
    DocumentType type;
    MimeType mime;
    const char* fileName;
};

/// One of each, in the kinds of files that customers send.
constexpr std::array samples{
    Sample{Requirement::GovernmentId, DocumentType::Passport, MimeType::Jpeg, "passport.jpg"},
    Sample{Requirement::ProofOfAddress, DocumentType::ProofOfAddress, MimeType::Pdf, "proof-of-address.pdf"},
    Sample{Requirement::SourceOfFunds, DocumentType::BankStatement, MimeType::Pdf, "bank-statement.pdf"},
    Sample{Requirement::BeneficialOwnership, DocumentType::BeneficialOwnership, MimeType::Pdf,
           "beneficial-ownership.pdf"},
    Sample{Requirement::PepDeclaration, DocumentType::PepDeclaration, MimeType::Pdf, "pep-declaration.pdf"},
};
} // namespace

QStringList SpecimenDocuments::documentsFor(const Person& person, const QList<Requirement>& requirements)
{
    const QMutexLocker lock(&m_mutex);
    QStringList paths;
    for (const Sample& sample : samples) {
        if (!requirements.contains(sample.requirement))
            continue;
        const qsizetype number = m_requests.size();
        const QString path =
            QStringLiteral("specimen:/%1/%2").arg(number).arg(QLatin1String(sample.fileName));
        m_requests.insert(path, {.type = sample.type,
                                 .mime = sample.mime,
                                 .person = {.firstName = person.firstName,
                                            .lastName = person.lastName,
                                            .dateOfBirth = person.dateOfBirth,
                                            .nationality = person.nationality,
                                            .gender = person.gender,
                                            .placeOfBirth = person.placeOfBirth},
                                 .seed = static_cast<quint64>(number) + 1,
                                 .uploadedOn = QDate::currentDate()});
        paths << path;
    }
    return paths;
}

review::DocumentFile SpecimenDocuments::read(const QString& path) const
{
    sandbox::SpecimenRequest request;
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_requests.find(path);
        if (found == m_requests.end())
            return review::readDocumentFile(path);
        request = *found;
    }
    review::DocumentFile file;
    file.bytes = sandbox::drawSpecimen(request);
    file.sha256 = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex();
    file.kind = request.mime;
    file.size = file.bytes.size();
    return file;
}

} // namespace finhub::app
