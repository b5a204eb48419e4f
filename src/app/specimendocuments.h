#pragma once

#include "review/sampledocuments.h"
#include "sandbox/specimens/specimen.h"

#include <QHash>
#include <QMutex>

namespace finhub::app {

/// The sandbox's specimens as documents to upload in a demonstration: drawn when they are read, never on a
/// disk.
class SpecimenDocuments : public review::SampleDocuments {
public:
    QStringList documentsFor(const Person& person, const QList<Requirement>& requirements) override;
    review::DocumentFile read(const QString& path) const override;

private:
    mutable QMutex m_mutex;
    QHash<QString, sandbox::SpecimenRequest> m_requests; ///< by path
};

} // namespace finhub::app
