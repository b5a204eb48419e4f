#include "views/phases/consentcard.h"

#include "review/onboarding.h"
#include "review/readinessitems.h"
#include "views/consents/consentwords.h"
#include "views/phases/phasecolumn.h"
#include "views/style/buttonkind.h"
#include "views/timetext.h"
#include "views/widgets/chip.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int TextHeight = 220;
constexpr int VersionWidth = 120;
constexpr int LongestVersion = 20; // 2.10
} // namespace

ConsentCard::ConsentCard(ConsentType type, QWidget* parent)
    : QWidget(parent)
    , m_type(type)
    , m_status(new Chip(this))
    , m_record(new QPushButton(tr("Record this consent"), this))
    , m_detail(makeMessageLabel(named("consentDetail"), this))
    , m_versionEdit(new QLineEdit)
    , m_versionFault(makeMessageLabel(named("consentVersionFault"), this))
    , m_read(new QPushButton(this))
    , m_reader(new QWidget(this))
    , m_title(new QLabel(m_reader))
    , m_text(new QPlainTextEdit(m_reader))
{
    const QString name = words::consent(type);
    setAccessibleName(name);
    m_status->setObjectName(named("consentStatus"));
    m_record->setObjectName(named("recordConsentButton"));
    m_record->setAccessibleName(tr("Record this consent: %1").arg(name));
    m_versionEdit->setObjectName(named("consentVersionEdit"));
    m_versionEdit->setMaxLength(LongestVersion);
    m_versionEdit->setFixedWidth(VersionWidth);
    m_versionRow = labelled(tr("Version of the text that the customer was shown"), inARow({m_versionEdit}));
    m_versionEdit->setAccessibleName(tr("Version of the text: %1").arg(name));
    m_read->setObjectName(named("readConsentButton"));
    m_read->setCheckable(true);
    setKind(m_read, ButtonKind::Flat);
    m_title->setObjectName(named("consentTitle"));
    m_title->setWordWrap(true);
    m_title->setProperty("strong", true);
    m_text->setObjectName(named("consentText"));
    m_text->setAccessibleName(tr("Text of the consent: %1").arg(name));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(TextHeight);

    auto* heading = new QLabel(name, this);
    heading->setProperty("strong", true);
    auto* top = new QHBoxLayout;
    top->setSpacing(metric::Small);
    top->addWidget(heading);
    top->addWidget(m_status);
    top->addStretch(1);
    top->addWidget(m_record);
    auto* reader = new QVBoxLayout(m_reader);
    reader->setContentsMargins(0, 0, 0, 0);
    reader->setSpacing(metric::Small);
    reader->addWidget(m_title);
    reader->addWidget(m_text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metric::Medium, 0, metric::Medium);
    layout->setSpacing(metric::Tight);
    layout->addLayout(top);
    layout->addWidget(m_detail);
    layout->addWidget(m_versionRow);
    layout->addWidget(m_versionFault);
    layout->addWidget(m_read, 0, Qt::AlignLeading);
    layout->addWidget(m_reader);

    connect(m_record, &QPushButton::clicked, this, [this] { Q_EMIT recordWanted(m_type); });
    connect(m_read, &QPushButton::toggled, this, &ConsentCard::showReading);
    connect(m_versionEdit, &QLineEdit::textEdited, this,
            [this](const QString& version) { Q_EMIT versionTyped(m_type, version); });
    showReading();
}

QString ConsentCard::named(const char* part) const
{
    return QStringLiteral("%1_%2").arg(QLatin1String(part), WireValue<ConsentType>::nameOf(m_type));
}

void ConsentCard::clear()
{
    m_read->setChecked(false);
    m_versionEdit->clear();
    m_title->clear();
    m_text->clear();
}

void ConsentCard::showConsent(const review::CaseFile& file, const review::Onboarding& onboarding,
                              const QString& why)
{
    const review::ConsentStanding standing = review::standingOf(m_type, file);
    const bool accepted = standing == review::ConsentStanding::Accepted;
    const words::ChipWords chip = words::consentChip(standing);
    m_status->setText(chip.text);
    m_status->setTone(chip.tone);
    showMessage(m_detail, detailText(file, onboarding));
    showVersion(!accepted && onboarding.texts().isSettled() && onboarding.isVersionTyped(m_type), onboarding);
    m_record->setVisible(!accepted);
    m_record->setEnabled(why.isEmpty() && m_versionIsFine);
    m_record->setToolTip(plainToolTip(why));

    const std::optional<Consent> record = review::recordOf(m_type, file);
    std::optional<ConsentTemplate> text;
    if (accepted && record && !record->version.isEmpty())
        text = onboarding.texts().find(m_type, record->version);
    showText(text ? text : onboarding.texts().active(m_type));
}

QString ConsentCard::detailText(const review::CaseFile& file, const review::Onboarding& onboarding) const
{
    const review::ConsentStanding standing = review::standingOf(m_type, file);
    const Consent record = review::recordOf(m_type, file).value_or(Consent());
    const QString version = displayLine(record.version, 40);
    if (standing == review::ConsentStanding::Accepted) {
        if (!record.grantedAt.isValid())
            return version.isEmpty() ? tr("FinHub says that the customer has given this consent.")
                                     : tr("Given in version %1.").arg(version);
        QString text = version.isEmpty()
                           ? tr("Given on %1").arg(dateTimeText(record.grantedAt))
                           : tr("Given on %1 in version %2").arg(dateTimeText(record.grantedAt), version);
        text += record.expiresAt.isValid() ? tr(", good until %1.").arg(dateText(record.expiresAt)) : tr(".");
        const std::optional<ConsentTemplate> now = onboarding.texts().active(m_type);
        if (now && !version.isEmpty() && now->version != record.version)
            text += u' ' + tr("The text in force is version %1 by now.").arg(displayLine(now->version, 40));
        return text;
    }
    if (onboarding.awaitsConfirmation(m_type))
        return tr("Recorded, but FinHub shows it as pending. It counts once the readiness check says so.");
    const QString what = standing == review::ConsentStanding::Pending
                             ? tr("Not given yet.")
                             : tr("FinHub does not say whether the customer has given this consent.");
    return onboarding.texts().isSettled() ? what + u' ' + words::versionToRecord(m_type, onboarding) : what;
}

void ConsentCard::showVersion(bool needed, const review::Onboarding& onboarding)
{
    const QString version = onboarding.versionOf(m_type);
    m_versionIsFine = review::Onboarding::isVersion(version);
    m_versionRow->setVisible(needed);
    if (m_versionEdit->text().trimmed() != version)
        m_versionEdit->setText(version);
    showMessage(m_versionFault,
                needed && !m_versionIsFine ? tr("Type the version, for example 1.0.") : QString(), Ink::Bad);
}

void ConsentCard::showText(const std::optional<ConsentTemplate>& text)
{
    m_read->setVisible(text.has_value());
    if (!text) {
        m_read->setChecked(false);
        return;
    }
    setPlainText(m_title,
                 tr("%1 (version %2)").arg(displayLine(text->title), displayLine(text->version, 40)));
    // Read again and again while the case is read; the place that somebody has reached stays.
    const QString body = displayText(text->body);
    if (m_text->toPlainText() != body)
        m_text->setPlainText(body);
}

void ConsentCard::showReading()
{
    m_read->setText(m_read->isChecked() ? tr("Hide the text") : tr("Read the text"));
    m_read->setAccessibleName(tr("%1: %2").arg(m_read->text(), words::consent(m_type)));
    m_reader->setVisible(m_read->isChecked());
}

void ConsentCard::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(0, 0, width(), 1, Theme::current().color(ColorRole::Line));
}

} // namespace finhub::views
