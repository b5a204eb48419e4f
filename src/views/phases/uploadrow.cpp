#include "views/phases/uploadrow.h"

#include "views/phases/phasecolumn.h"
#include "views/phases/uploadtext.h"
#include "views/phases/uploadthumbnail.h"
#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/pagebox.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace finhub::views {

namespace {
using review::FileFault;
using review::UploadState;

constexpr int TypeWidth = 172;
constexpr int Whole = 1000; // of the progress bar

bool isChangeable(UploadState state)
{
    switch (state) {
    case UploadState::Checking:
    case UploadState::Ready:
    case UploadState::Failed:
    case UploadState::Cancelled:
        return true;
    case UploadState::Refused:
    case UploadState::Waiting:
    case UploadState::Sending:
    case UploadState::Uploaded:
    case UploadState::Unknown:
        return false;
    }
    return false;
}

bool isUnderWay(UploadState state)
{
    return state == UploadState::Checking || state == UploadState::Waiting || state == UploadState::Sending;
}
} // namespace

UploadRow::UploadRow(QWidget* parent)
    : QWidget(parent)
    , m_thumbnail(new UploadThumbnail(this))
    , m_name(new ElidedLabel(this))
    , m_state(makeMessageLabel(QStringLiteral("uploadState"), this))
    , m_progress(new QProgressBar(this))
    , m_type(new PageBox(this))
    , m_retry(new QPushButton(this))
    , m_look(new QPushButton(tr("Look again"), this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("uploadRow"));
    m_name->setObjectName(QStringLiteral("uploadName"));
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setTextSize(TextSize::Body, true);
    m_state->setProperty("textSize", QStringLiteral("small"));
    m_progress->setObjectName(QStringLiteral("uploadProgress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, Whole);
    m_type->setObjectName(QStringLiteral("uploadTypeBox"));
    m_type->setFixedWidth(TypeWidth);
    m_type->addItem(tr("Choose the type"), static_cast<int>(DocumentType::Unknown));
    for (const auto& [type, name] : WireNames<DocumentType>::table)
        m_type->addItem(words::documentType(type), static_cast<int>(type));
    m_retry->setObjectName(QStringLiteral("uploadRetryButton"));
    m_look->setObjectName(QStringLiteral("uploadLookButton"));
    m_close->setObjectName(QStringLiteral("uploadCloseButton"));
    m_close->setIcon(icon(IconName::Close, ColorRole::Secondary));
    setKind(m_close, ButtonKind::Flat);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_name);
    texts->addWidget(m_state);
    texts->addWidget(m_progress);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, metric::Tight, 0, metric::Tight);
    layout->setSpacing(metric::Medium);
    layout->addWidget(m_thumbnail, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(m_look, 0, Qt::AlignVCenter);
    layout->addWidget(m_retry, 0, Qt::AlignVCenter);
    layout->addWidget(m_type, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);

    connect(m_thumbnail, &UploadThumbnail::clicked, this, &UploadRow::previewWanted);
    connect(m_type, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT typeChosen(static_cast<DocumentType>(m_type->currentData().toInt())); });
    connect(m_retry, &QPushButton::clicked, this, &UploadRow::retryWanted);
    connect(m_look, &QPushButton::clicked, this, &UploadRow::lookWanted);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_cancels)
            Q_EMIT cancelWanted();
        else
            Q_EMIT removeWanted();
    });
}

void UploadRow::showUpload(const review::Upload& upload, bool readable, bool maySendAgain)
{
    const QString name = displayLine(upload.fileName);
    m_name->setText(name);
    const UploadText text = uploadText(upload, readable, maySendAgain);
    showMessage(m_state, text.text, text.ink);
    const bool sending = upload.state == UploadState::Sending;
    m_progress->setVisible(sending);
    m_progress->setValue(sending && upload.total > 0
                             ? static_cast<int>(std::min(upload.sent, upload.total) * Whole / upload.total)
                             : 0);
    m_thumbnail->setBroken(upload.state == UploadState::Refused);
    m_thumbnail->setAccessibleName(tr("Look at %1").arg(name));
    m_type->setAccessibleName(tr("Type of %1").arg(name));
    m_progress->setAccessibleName(tr("Progress of %1").arg(name));
    {
        const QSignalBlocker blocker(m_type);
        m_type->setCurrentIndex(m_type->findData(static_cast<int>(upload.type)));
    }
    m_type->setVisible(upload.state != UploadState::Refused);
    m_type->setEnabled(isChangeable(upload.state) && !upload.looking);
    showActions(upload, readable, maySendAgain);
}

void UploadRow::showActions(const review::Upload& upload, bool readable, bool maySendAgain)
{
    const bool failed = upload.state == UploadState::Failed || upload.state == UploadState::Cancelled;
    const bool check =
        upload.state == UploadState::Refused || upload.fault != FileFault::None || upload.sha256.isEmpty();
    m_retry->setText(check ? tr("Check again") : tr("Send again"));
    m_retry->setVisible(upload.state == UploadState::Refused || (failed && !upload.looking) || maySendAgain);
    m_look->setVisible(upload.state == UploadState::Unknown && readable && !upload.looking);
    m_cancels = isUnderWay(upload.state);
    const QString close = m_cancels ? tr("Cancel") : tr("Take off the list");
    m_close->setToolTip(plainToolTip(close));
    m_close->setAccessibleName(QStringLiteral("%1: %2").arg(close, displayLine(upload.fileName)));
}

void UploadRow::setPicture(const QImage& picture)
{
    m_thumbnail->setPicture(picture);
}

} // namespace finhub::views
