#pragma once

#include "documents/documentservice.h"

#include <QImage>
#include <QObject>

#include <map>

namespace finhub::views {

/// Small pictures of the files that wait to be uploaded, made in the documents' worker while a file is tried
/// out: what cannot be drawn there is not sent. GUI thread.
class UploadPreviews : public QObject {
    Q_OBJECT

public:
    explicit UploadPreviews(documents::DocumentService& documents, QObject* parent = nullptr);

    /// Draws the first page; for review::Uploads.
    CallPtr<Done> tryOut(int id, const QByteArray& bytes, MimeType kind);
    /// Null while there is none.
    QImage picture(int id) const;
    void forget(int id);
    void clear();

Q_SIGNALS:
    void pictureReady(int id);

private:
    documents::DocumentService& m_documents;
    std::map<int, QImage> m_pictures;
};

} // namespace finhub::views
