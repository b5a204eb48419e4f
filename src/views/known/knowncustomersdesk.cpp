#include "views/known/knowncustomersdesk.h"

#include "views/customersview.h"
#include "views/known/addcustomerdialog.h"
#include "views/known/importsummarydialog.h"
#include "views/known/offertext.h"
#include "views/opendialog.h"
#include "views/topbar.h"

#include <QFileDialog>
#include <QFileInfo>

#include <chrono>

namespace finhub::views {

using namespace std::chrono_literals;

KnownCustomersDesk::KnownCustomersDesk(api::FinHub& finhub, review::KnownCustomers& known,
                                       models::CustomerTableModel& customers, QWidget* window)
    : QObject(window)
    , m_finhub(finhub)
    , m_known(known)
    , m_customers(customers)
    , m_window(window)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(250ms);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (isListed())
            Q_EMIT listChanged();
    });
    connect(&m_known, &review::KnownCustomers::learnedOf, this, &KnownCustomersDesk::onLearned);
    connect(&m_known, &review::KnownCustomers::listChanged, this, [this] {
        if (isListed())
            Q_EMIT listChanged();
    });
    connect(&m_known, &review::KnownCustomers::storageFaultChanged, this, &KnownCustomersDesk::showSource);
    connect(&m_finhub, &api::FinHub::extensionsChanged, this, &KnownCustomersDesk::showSource);
    connect(&m_customers, &models::CustomerTableModel::stageCountsChanged, this,
            &KnownCustomersDesk::showSource);
    connect(&m_customers, &models::CustomerTableModel::rowsExchanged, this, &KnownCustomersDesk::showSource);
}

KnownCustomersDesk::~KnownCustomersDesk() = default;

void KnownCustomersDesk::attach(TopBar* topBar, CustomersView* list)
{
    m_topBar = topBar;
    m_list = list;
    connect(topBar, &TopBar::addCustomerWanted, this, [this] { addById(QString()); });
    connect(topBar, &TopBar::importCustomersWanted, this, &KnownCustomersDesk::chooseFile);
    connect(list, &CustomersView::idWanted, this, &KnownCustomersDesk::openOrAdd);
    connect(list, &CustomersView::removalWanted, this, &KnownCustomersDesk::remove);
}

void KnownCustomersDesk::showSource()
{
    if (!m_list)
        return;
    m_list->setListsKnown(isListed());
    m_list->setSourceNotice(notice());
    m_topBar->setIdsWanted(isListed());
}

void KnownCustomersDesk::openOrAdd(const QString& id)
{
    if (isListed()) {
        addById(id);
        return;
    }
    DirectoryEntry entry;
    entry.id = CustomerId(id);
    Q_EMIT customerWanted(entry);
}

bool KnownCustomersDesk::isListed() const
{
    return m_finhub.session() && !m_finhub.offers(Extension::CustomerDirectory);
}

QString KnownCustomersDesk::notice() const
{
    if (!isListed())
        return {};
    QStringList sentences{listSourceText(m_finhub)};
    const DirectoryQuery& query = m_customers.query();
    const bool byState = !query.stages.isEmpty() || !query.statuses.isEmpty() || !query.risks.isEmpty();
    if (byState && m_customers.withoutStage() > 0)
        sentences << tr("Those whose state has not been read yet stand at the end.");
    if (m_known.storageFault())
        sentences << tr(
            "Their ids cannot be saved on this computer and are good until the console is closed; "
            "what was saved before is left as it is.");
    return sentences.join(u' ');
}

DirectoryEntry KnownCustomersDesk::row(const DirectoryEntry& entry) const
{
    return isListed() && m_known.find(entry.id) ? m_known.entry(entry.id) : entry;
}

void KnownCustomersDesk::onLearned(const CustomerId& id)
{
    if (!isListed() || !m_known.find(id))
        return;
    m_customers.apply(m_known.entry(id));
    // Counts, order and filters follow once several answers are there.
    if (!m_settle.isActive())
        m_settle.start();
}

void KnownCustomersDesk::addById(const QString& id)
{
    auto* dialog = new AddCustomerDialog(m_finhub, id, m_window);
    connect(dialog, &AddCustomerDialog::confirmed, this, [this](const KnownCustomer& customer) {
        m_known.add({customer});
        DirectoryEntry entry;
        entry.id = customer.id;
        Q_EMIT customerWanted(row(entry));
    });
    openCentred(dialog);
}

void KnownCustomersDesk::chooseFile()
{
    auto* dialog = new QFileDialog(m_window, tr("Import customers"));
    dialog->setObjectName(QStringLiteral("importFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &KnownCustomersDesk::import);
    dialog->open();
}

void KnownCustomersDesk::import(const QString& file)
{
    m_importedFile = QFileInfo(file).fileName();
    m_import = std::make_unique<review::CustomerImport>(m_known);
    connect(m_import.get(), &review::CustomerImport::finished, this, &KnownCustomersDesk::showSummary);
    m_import->start(file);
}

void KnownCustomersDesk::showSummary()
{
    openCentred(new ImportSummaryDialog(*m_import, m_importedFile, m_window));
}

void KnownCustomersDesk::remove(const CustomerId& id)
{
    m_known.remove(id);
}

void KnownCustomersDesk::readAgain()
{
    m_known.readAgain();
}

} // namespace finhub::views
