#include "views/consents/templateform.h"

#include "review/consenttexts.h"
#include "review/onboarding.h"
#include "ui_templateform.h"
#include "views/ink.h"
#include "views/limitedtext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QScopedValueRollback>
#include <QStyle>

namespace finhub::views {

namespace {
constexpr int LongestVersion = 20; // 2.10: a consent names it
/// The contract leaves the length of a text open; this is some forty pages.
constexpr int LongestBody = 100'000;

void setFault(QWidget* field, QLabel* label, const QString& fault)
{
    setPlainText(label, fault);
    label->setVisible(!fault.isEmpty());
    if (field->property("invalid").toBool() == !fault.isEmpty())
        return;
    field->setProperty("invalid", !fault.isEmpty());
    field->style()->unpolish(field);
    field->style()->polish(field);
}
} // namespace

TemplateForm::TemplateForm(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TemplateForm>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("templateForm"));
    for (const auto& [type, name] : WireNames<ConsentType>::table)
        m_ui->templateTypeBox->addItem(words::consent(type), static_cast<int>(type));
    m_ui->templateVersionEdit->setMaxLength(LongestVersion);
    limitLength(m_ui->templateBodyEdit, LongestBody);
    connect(m_ui->templateTypeBox, &QComboBox::currentIndexChanged, this, &TemplateForm::onTypeChosen);
    for (QLineEdit* edit : {m_ui->templateVersionEdit, m_ui->templateLocaleEdit, m_ui->templateTitleEdit})
        connect(edit, &QLineEdit::textChanged, this, &TemplateForm::onEdited);
    connect(m_ui->templateBodyEdit, &QPlainTextEdit::textChanged, this, &TemplateForm::onEdited);
    connect(m_ui->templateDateEdit, &QDateEdit::dateChanged, this, &TemplateForm::onEdited);
    connect(m_ui->saveTemplateButton, &QPushButton::clicked, this, &TemplateForm::save);
    connect(m_ui->cancelTemplateButton, &QPushButton::clicked, this, &TemplateForm::cancelWanted);
    clear();
}

TemplateForm::~TemplateForm() = default;

void TemplateForm::startNew(ConsentType type)
{
    m_isNew = true;
    m_ui->templateTypeBox->setEnabled(true);
    setPlainText(m_ui->templateFormTitle, tr("New version"));
    fillType(type);
    m_ui->templateVersionEdit->setFocus();
}

void TemplateForm::startChange(const ConsentTemplate& text)
{
    m_isNew = false;
    m_ui->templateTypeBox->setEnabled(false);
    setPlainText(m_ui->templateFormTitle, tr("Change version %1").arg(displayLine(text.version, 40)));
    fill(text);
    m_ui->templateTitleEdit->setFocus();
}

void TemplateForm::clear()
{
    m_isNew = true;
    fill({});
}

/// A new version begins as the one in force, with the next number and from today on.
void TemplateForm::fillType(ConsentType type)
{
    ConsentTemplate text = m_texts ? m_texts->active(type).value_or(ConsentTemplate()) : ConsentTemplate();
    text.id.clear();
    text.status = {};
    text.type = type;
    text.version = m_texts ? m_texts->nextVersion(type) : QString();
    text.effectiveDate = QDate::currentDate();
    fill(text);
}

void TemplateForm::fill(const ConsentTemplate& text)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_ui->templateTypeBox->setCurrentIndex(
            m_ui->templateTypeBox->findData(static_cast<int>(text.type.value())));
        m_ui->templateVersionEdit->setText(text.version);
        m_ui->templateDateEdit->setDate(text.effectiveDate.isValid() ? text.effectiveDate
                                                                     : QDate::currentDate());
        m_ui->templateLocaleEdit->setText(text.locale);
        m_ui->templateTitleEdit->setText(text.title);
        m_ui->templateBodyEdit->setPlainText(text.body);
    }
    m_start = text;
    // As the fields give it back, so that line ends and a missing date count for no change.
    m_start = entered();
    m_checked = false;
    setBusy(false);
    for (const auto& [field, label] :
         {std::pair<QWidget*, QLabel*>(m_ui->templateTypeBox, m_ui->templateTypeFault),
          {m_ui->templateVersionEdit, m_ui->templateVersionFault},
          {m_ui->templateDateEdit, m_ui->templateDateFault},
          {m_ui->templateLocaleEdit, m_ui->templateLocaleFault},
          {m_ui->templateTitleEdit, m_ui->templateTitleFault},
          {m_ui->templateBodyEdit, m_ui->templateBodyFault}})
        setFault(field, label, QString());
    showNote();
}

ConsentTemplate TemplateForm::entered() const
{
    ConsentTemplate text;
    text.id = m_isNew ? QString() : m_start.id;
    text.type =
        m_isNew
            ? WireValue<ConsentType>(static_cast<ConsentType>(m_ui->templateTypeBox->currentData().toInt()))
            : m_start.type;
    text.version = m_ui->templateVersionEdit->text().trimmed();
    text.effectiveDate = m_ui->templateDateEdit->date();
    text.locale = m_ui->templateLocaleEdit->text().trimmed();
    text.title = m_ui->templateTitleEdit->text().trimmed();
    text.body = m_ui->templateBodyEdit->toPlainText().trimmed();
    return text;
}

bool TemplateForm::isDirty() const
{
    return !(entered() == m_start);
}

void TemplateForm::onTypeChosen()
{
    if (m_filling)
        return;
    const ConsentTemplate now = entered();
    ConsentTemplate withoutType = m_start;
    withoutType.type = now.type;
    // Nothing was written yet: the other consent's text is what this form begins with.
    if (now == withoutType)
        fillType(now.type.value());
    else
        onEdited();
}

void TemplateForm::onEdited()
{
    if (m_filling)
        return;
    if (m_checked)
        check();
    showNote();
}

void TemplateForm::showNote()
{
    const QString effect = tr("Saving puts this version in force and the former one out of force. Customers "
                              "consent to a version by its number; who has consented already keeps theirs.");
    const bool reworded = !m_isNew && entered().version == m_start.version;
    setPlainText(m_ui->templateFormNote,
                 reworded
                     ? effect + u' ' +
                           tr("Whoever has accepted version %1 accepted its former wording: change the "
                              "words under the same number only to mend a slip, else make a new version.")
                               .arg(displayLine(m_start.version, 40))
                     : effect);
}

QString TemplateForm::versionFault(const ConsentTemplate& text) const
{
    if (text.version.isEmpty())
        return tr("Give it a version.");
    if (!review::Onboarding::isVersion(text.version))
        return tr("At most %1 characters.").arg(LongestVersion);
    const std::optional<ConsentTemplate> same =
        m_texts ? m_texts->find(text.type.value(), text.version) : std::nullopt;
    return same && (m_isNew || same->id != text.id) ? tr("There is a version %1 already.").arg(text.version)
                                                    : QString();
}

bool TemplateForm::check()
{
    const ConsentTemplate text = entered();
    const QString version = versionFault(text);
    const QString title = text.title.isEmpty() ? tr("Give it a title.") : QString();
    const QString body = text.body.isEmpty() ? tr("Write the text.") : QString();
    setFault(m_ui->templateVersionEdit, m_ui->templateVersionFault, version);
    setFault(m_ui->templateTitleEdit, m_ui->templateTitleFault, title);
    setFault(m_ui->templateBodyEdit, m_ui->templateBodyFault, body);
    setFault(m_ui->templateTypeBox, m_ui->templateTypeFault, QString());
    setFault(m_ui->templateDateEdit, m_ui->templateDateFault, QString());
    setFault(m_ui->templateLocaleEdit, m_ui->templateLocaleFault, QString());
    if (!version.isEmpty())
        m_ui->templateVersionEdit->setFocus();
    else if (!title.isEmpty())
        m_ui->templateTitleEdit->setFocus();
    else if (!body.isEmpty())
        m_ui->templateBodyEdit->setFocus();
    return version.isEmpty() && title.isEmpty() && body.isEmpty();
}

void TemplateForm::save()
{
    m_checked = true;
    if (check())
        Q_EMIT saveWanted(entered());
}

bool TemplateForm::showFaults(const Error& error)
{
    bool shown = false;
    for (const FieldFault& fault : error.fields) {
        // The server may name a member with or without the object around it.
        const QString name = fault.field.section(u'.', -1);
        const QString text = displayLine(fault.message, 200);
        const auto show = [&](QLatin1String member, QWidget* field, QLabel* label) {
            if (name != member)
                return;
            setFault(field, label, text);
            shown = true;
        };
        show(QLatin1String("type"), m_ui->templateTypeBox, m_ui->templateTypeFault);
        show(QLatin1String("version"), m_ui->templateVersionEdit, m_ui->templateVersionFault);
        show(QLatin1String("effectiveDate"), m_ui->templateDateEdit, m_ui->templateDateFault);
        show(QLatin1String("locale"), m_ui->templateLocaleEdit, m_ui->templateLocaleFault);
        show(QLatin1String("title"), m_ui->templateTitleEdit, m_ui->templateTitleFault);
        show(QLatin1String("body"), m_ui->templateBodyEdit, m_ui->templateBodyFault);
    }
    return shown;
}

void TemplateForm::setBusy(bool busy)
{
    // What is on its way to the server is not typed over.
    m_ui->templateTypeBox->setEnabled(!busy && m_isNew);
    for (QWidget* field :
         {static_cast<QWidget*>(m_ui->templateVersionEdit), static_cast<QWidget*>(m_ui->templateDateEdit),
          static_cast<QWidget*>(m_ui->templateLocaleEdit), static_cast<QWidget*>(m_ui->templateTitleEdit),
          static_cast<QWidget*>(m_ui->saveTemplateButton), static_cast<QWidget*>(m_ui->cancelTemplateButton)})
        field->setEnabled(!busy);
    m_ui->templateBodyEdit->setReadOnly(busy);
}

} // namespace finhub::views
