#include "views/phases/uploadpreviewdialog.h"

#include "views/documentviewer.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr QSize DialogSize(820, 640);
}

UploadPreviewDialog::UploadPreviewDialog(const review::Uploads& uploads, int id,
                                         documents::DocumentService& documents, QWidget* parent)
    : QDialog(parent)
    , m_files(uploads, documents)
{
    setObjectName(QStringLiteral("uploadPreviewDialog"));
    auto* viewer = new DocumentViewer(m_files, this);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closePreviewButton"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(metric::Large, metric::Small, metric::Large, metric::Small);
    bottom->addStretch(1);
    bottom->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(viewer, 1);
    layout->addLayout(bottom);
    setMinimumSize(DialogSize);
    if (const review::Upload* upload = uploads.find(id)) {
        setWindowTitle(displayLine(upload->fileName, 80));
        viewer->setDocuments({LocalDocuments::documentOf(*upload)});
    }
}

} // namespace finhub::views
