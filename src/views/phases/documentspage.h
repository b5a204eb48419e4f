#pragma once

#include "api/finhub.h"
#include "documents/documentservice.h"
#include "review/sampledocuments.h"
#include "review/uploads.h"
#include "views/phases/phasepage.h"
#include "views/phases/uploadpreviews.h"

#include <memory>

class QLabel;
class QPushButton;

namespace finhub::views {

class DropArea;
class FieldList;

/// Phase 5: what is still missing (4.4), files on their way (2.8), and what has been uploaded. GUI thread.
class DocumentsPage : public PhasePage {
    Q_OBJECT

public:
    DocumentsPage(api::FinHub& finhub, documents::DocumentService& documents, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

    /// Offers documents made up for the customer, for a demonstration.
    void offerSamples(std::shared_ptr<review::SampleDocuments> samples);

    /// The files on their way, for whoever wants what has arrived (Uploads::uploaded()).
    const review::Uploads& uploads() const { return m_uploads; }

public Q_SLOTS:
    /// Takes files by their paths, as dropped, chosen or pasted.
    void addFiles(const QStringList& paths);

private:
    void connectUploads();
    void chooseFiles();
    void addSamples();
    void onAnswered(const UploadAnswer& answer);
    void tellWhenIdle();
    void showRequired();
    void showUploaded();
    void showQueue();
    QString queueText() const;
    std::optional<Verification> verification() const;
    /// The requirements with whether each is satisfied; nullopt where the server does not say.
    QList<std::pair<WireValue<Requirement>, std::optional<bool>>> requirements() const;

    api::FinHub& m_finhub;
    documents::DocumentService& m_documents;
    std::shared_ptr<review::SampleDocuments> m_samples; ///< shared with the threads that read them
    review::CaseFile* m_file = nullptr;
    UploadPreviews m_previews;
    review::Uploads m_uploads;
    FieldList* m_required;
    FieldList* m_uploaded;
    DropArea* m_dropArea;
    QLabel* m_message;
    QPushButton* m_sendButton;
    QPushButton* m_nextButton;
    Stage m_next = Stage::Unknown;
    QString m_note;             ///< what became of the files given last, where it is worth a word
    bool m_toldNothing = false; ///< something has arrived that the case has not been read for
};

} // namespace finhub::views
