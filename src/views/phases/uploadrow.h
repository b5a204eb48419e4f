#pragma once

#include "review/upload.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace finhub::views {

class ElidedLabel;
class UploadThumbnail;

/// One file of the upload queue: its picture, its name, what it is (to be corrected), how far it has come,
/// and what can be done with it now. It shows what it is told and changes nothing by itself. GUI thread.
class UploadRow : public QWidget {
    Q_OBJECT

public:
    explicit UploadRow(QWidget* parent = nullptr);

    /// See uploadText() for the two flags.
    void showUpload(const review::Upload& upload, bool readable, bool maySendAgain);
    void setPicture(const QImage& picture);

Q_SIGNALS:
    void typeChosen(finhub::DocumentType type);
    void previewWanted();
    void cancelWanted();
    void removeWanted();
    void retryWanted();
    void lookWanted();

private:
    void showActions(const review::Upload& upload, bool readable, bool maySendAgain);

    UploadThumbnail* m_thumbnail;
    ElidedLabel* m_name;
    QLabel* m_state;
    QProgressBar* m_progress;
    QComboBox* m_type;
    QPushButton* m_retry;
    QPushButton* m_look;
    QPushButton* m_close; ///< cancels or removes
    bool m_cancels = false;
};

} // namespace finhub::views
