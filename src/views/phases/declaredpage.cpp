#include "views/phases/declaredpage.h"

#include "core/requireddocuments.h"
#include "review/casefile.h"
#include "views/errortext.h"
#include "views/fieldlist.h"
#include "views/onboarding/registrationtexts.h"
#include "views/phases/phasecolumn.h"
#include "views/support/overviewrows.h"
#include "views/tones.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/taborder.h"
#include "views/words.h"

#include <QLabel>
#include <QPushButton>

namespace finhub::views {

DeclaredPage::DeclaredPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
    , m_message(makeMessageLabel(QStringLiteral("declaredMessage"), this))
    , m_nextButton(new QPushButton(tr("Go on to the session"), this))
{
    setObjectName(QStringLiteral("declaredPage"));
    auto* column = new PhaseColumn(tr("Category and registration"),
                                   tr("What was chosen and declared when the customer was registered. FinHub "
                                      "offers no way to change it; the "
                                      "review compares it with the documents."),
                                   this);
    column->addWidget(m_message);
    m_category = column->addSection(tr("Category"), QStringLiteral("categorySection"));
    m_declared = column->addSection(tr("Declared data"), QStringLiteral("declaredSection"));
    m_nextButton->setObjectName(QStringLiteral("phaseNextButton"));
    column->addButtons({m_nextButton});
    connect(m_nextButton, &QPushButton::clicked, this, [this] { Q_EMIT phaseWanted(Stage::Session); });
    connect(m_declared, &FieldList::revealWanted, this, [this](const QString& field) {
        if (!m_file || !m_disclosure.isMasked(field))
            return;
        m_disclosure.reveal(field);
        refresh();
        Q_EMIT revealed(field, m_file->id());
    });
}

void DeclaredPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_disclosure.forget();
    m_file = file;
    m_category->setRows({});
    m_declared->setRows({});
    showMessage(m_message, {});
}

void DeclaredPage::refresh()
{
    if (!m_file)
        return;
    m_disclosure.setMasking(masksPersonal(m_finhub.session()));
    showCategory();
    showDeclared();
    showState();
    tabAlongLayout(this); // the rows make their buttons when they need them
}

void DeclaredPage::showCategory()
{
    const auto& customer = m_file->customer().value;
    const WireValue<RiskLevel> risk = m_file->facts().risk;
    const bool known = risk.value() != RiskLevel::Unknown;
    const QString unknown = tr("Not known");
    const QString name = customer ? displayLine(customer->categoryName) : QString();
    QList<FieldRow> rows{{tr("Category"), name.isEmpty() ? unknown : name}};
    if (customer && !customer->categoryId.isEmpty())
        rows << FieldRow{.name = tr("Id"),
                         .value = customer->categoryId.text(),
                         .key = QStringLiteral("categoryId"),
                         .copy = customer->categoryId.text()};
    rows << FieldRow{tr("Risk"), {}, known ? words::riskLong(risk) : unknown, toneOf(risk)};
    const QString approver = approverName(risk.value());
    rows << FieldRow{tr("Approved by"), approver.isEmpty() ? unknown : approver};
    QList<WireValue<Requirement>> needed;
    for (const Requirement requirement : requirementsFor(risk.value()))
        needed << requirement;
    rows << FieldRow{tr("Documents"), needed.isEmpty() ? unknown : words::requirements(needed)};
    m_category->setRows(rows);
}

void DeclaredPage::showDeclared()
{
    const auto& customer = m_file->customer();
    const auto known = customer.loading ? overview::Known::FromList : overview::Known::Completely;
    m_declared->setRows(customer.value ? overview::declaredRows(*customer.value, known, m_disclosure)
                                       : QList<FieldRow>());
    m_declared->setVisible(customer.value.has_value());
}

void DeclaredPage::showState()
{
    const auto& customer = m_file->customer();
    if (customer.error)
        showMessage(m_message, errorText(*customer.error, Attempt::OpenCase).sentence(),
                    customer.error->kind == ErrorKind::NotOffered ? Ink::Secondary : Ink::Bad);
    else
        showMessage(m_message, customer.loading ? tr("Reading the case…") : QString());
}

} // namespace finhub::views
