#pragma once

#include "core/requests.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace finhub::review {
class CaseFile;
class Onboarding;
} // namespace finhub::review

namespace finhub::views {

class Chip;

/// One of the three consents on its page: whether the customer gave it, in which version, the text of that
/// version to read in place, and the button that records it. Its parts are named after the consent's type:
/// recordConsentButton_PRIVACY_POLICY, consentStatus_…, consentDetail_…, consentVersionEdit_…,
/// readConsentButton_…, consentTitle_…, consentText_…. GUI thread.
class ConsentCard : public QWidget {
    Q_OBJECT

public:
    explicit ConsentCard(ConsentType type, QWidget* parent = nullptr);

    /// Shows this consent of the case. `why` is the reason when nothing can be recorded now.
    void showConsent(const review::CaseFile& file, const review::Onboarding& onboarding, const QString& why);
    /// Lets go of what was typed and opened.
    void clear();
    /// Whether the version that would be recorded is one.
    bool hasVersion() const { return m_versionIsFine; }

Q_SIGNALS:
    void recordWanted(finhub::ConsentType type);
    void versionTyped(finhub::ConsentType type, const QString& version);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString named(const char* part) const;
    QString detailText(const review::CaseFile& file, const review::Onboarding& onboarding) const;
    void showVersion(bool needed, const review::Onboarding& onboarding);
    void showText(const std::optional<ConsentTemplate>& text);
    void showReading();

    ConsentType m_type;
    Chip* m_status;
    QPushButton* m_record;
    QLabel* m_detail;
    QWidget* m_versionRow;
    QLineEdit* m_versionEdit;
    QLabel* m_versionFault;
    QPushButton* m_read;
    QWidget* m_reader;
    QLabel* m_title;
    QPlainTextEdit* m_text;
    bool m_versionIsFine = true;
};

} // namespace finhub::views
