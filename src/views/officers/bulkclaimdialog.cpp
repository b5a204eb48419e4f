#include "views/officers/bulkclaimdialog.h"

#include "ui_bulkclaimdialog.h"
#include "views/widgets/plaintext.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace finhub::views {

namespace {
QString number(qsizetype count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}
} // namespace

BulkClaimDialog::BulkClaimDialog(std::unique_ptr<review::BulkClaims> claims, int notLoaded, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::BulkClaimDialog>())
    , m_claims(std::move(claims))
    , m_results(*m_claims)
    , m_notLoaded(notLoaded)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("bulkClaimDialog"));
    const QString count = number(m_claims->items().size());
    const bool takes = m_claims->deed() == review::ClaimDeed::Take;
    setPlainText(m_ui->bulkTitle,
                 takes ? tr("Claim %1 cases").arg(count) : tr("Give back %1 cases").arg(count));
    setWindowTitle(m_ui->bulkTitle->text());
    m_ui->bulkResults->setModel(&m_results);
    m_ui->bulkProgress->setRange(0, static_cast<int>(m_claims->items().size()));
    connect(m_claims.get(), &review::BulkClaims::itemChanged, this, [this](int row) {
        m_ui->bulkResults->scrollTo(m_results.index(row));
        showProgress();
    });
    connect(m_claims.get(), &review::BulkClaims::finished, this, &BulkClaimDialog::showProgress);
    connect(m_ui->bulkCloseButton, &QPushButton::clicked, this, &BulkClaimDialog::reject);
    showProgress();
}

BulkClaimDialog::~BulkClaimDialog() = default;

void BulkClaimDialog::reject()
{
    if (m_claims->isRunning())
        m_claims->cancel();
    else
        QDialog::reject();
}

void BulkClaimDialog::showProgress()
{
    const bool takes = m_claims->deed() == review::ClaimDeed::Take;
    m_ui->bulkProgress->setValue(m_claims->ended());
    m_ui->bulkProgress->setVisible(m_claims->isRunning());
    m_ui->bulkCloseButton->setText(m_claims->isRunning() ? tr("Cancel") : tr("Close"));
    if (m_claims->isRunning()) {
        setPlainText(m_ui->bulkSummary,
                     tr("%1 of %2").arg(number(m_claims->ended()), number(m_claims->items().size())));
        return;
    }
    const auto done = std::count_if(m_claims->items().begin(), m_claims->items().end(),
                                    [](const auto& item) { return item.state == review::BulkState::Done; });
    QStringList sentences;
    if (takes)
        sentences
            << tr("%1 of %2 cases are yours now. A claim runs out at its time unless the case is opened.")
                   .arg(number(done), number(m_claims->items().size()));
    else
        sentences
            << tr("%1 of %2 cases were given back.").arg(number(done), number(m_claims->items().size()));
    if (m_notLoaded > 0)
        sentences << tr("%1 more were chosen that the list has not loaded; they were left as they are.")
                         .arg(number(m_notLoaded));
    setPlainText(m_ui->bulkSummary, sentences.join(u' '));
}

} // namespace finhub::views
