#include "views/support/callsection.h"

#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/support/calldelegate.h"
#include "views/support/calltext.h"
#include "views/support/scrollkeeper.h"
#include "views/widgets/clipboardguard.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace finhub::views {

namespace {
constexpr int FewestRows = 4;
} // namespace

CallSection::CallSection(const api::CallLog& log, QWidget* parent)
    : FieldList(tr("Calls"), parent)
    , m_model(log, calltext::line)
    , m_list(new QListView(this))
    , m_message(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy as text"), this))
{
    setObjectName(QStringLiteral("overviewCalls"));
    m_copy->setObjectName(QStringLiteral("copyCallsButton"));
    m_copy->setAccessibleName(tr("Copy the calls as text, without personal data"));
    m_copy->setToolTip(
        plainToolTip(tr("Times, methods, paths and results. Nothing personal is kept of a call.")));
    setKind(m_copy, ButtonKind::Pill);
    addToHeading(m_copy);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { ClipboardGuard::instance().copy(calltext::report(m_model.records())); });

    m_message->setObjectName(QStringLiteral("callsMessage"));
    m_message->setProperty("textSize", QStringLiteral("small"));
    m_message->setWordWrap(true);
    setInk(m_message, Ink::Secondary);
    setPlainText(m_message, tr("This console has made no call for this customer since you signed in."));
    addBelow(m_message);
    m_list->setObjectName(QStringLiteral("callList"));
    m_list->setAccessibleName(tr("Calls for this customer"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CallDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(FewestRows * CallDelegate::rowHeight());
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    new ScrollKeeper(m_list);
    addBelow(m_list, 1);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &CallSection::showState);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &CallSection::showState);
    showState();
}

void CallSection::setIds(const QStringList& ids)
{
    m_model.setIds(ids);
}

void CallSection::showState()
{
    const bool any = m_model.rowCount() > 0;
    m_message->setVisible(!any);
    m_list->setVisible(any);
    m_copy->setEnabled(any);
}

} // namespace finhub::views
