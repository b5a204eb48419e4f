#include "views/support/activitysection.h"

#include "views/errortext.h"
#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/support/scrollkeeper.h"
#include "views/timelinedelegate.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/skeleton.h"

#include <QActionGroup>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace finhub::views {

namespace {
constexpr int FewestRows = 8;
constexpr int SkeletonRows = 6;

QString kindName(models::ActivityKind kind)
{
    switch (kind) {
    case models::ActivityKind::Logins:
        return ActivitySection::tr("Logins");
    case models::ActivityKind::Verification:
        return ActivitySection::tr("Verification");
    case models::ActivityKind::Documents:
        return ActivitySection::tr("Documents");
    case models::ActivityKind::Decisions:
        return ActivitySection::tr("Decisions");
    case models::ActivityKind::Consents:
        return ActivitySection::tr("Consents");
    case models::ActivityKind::Activation:
        return ActivitySection::tr("Activation");
    case models::ActivityKind::Other:
        return ActivitySection::tr("Other");
    }
    return {};
}
} // namespace

ActivitySection::ActivitySection(api::FinHub& finhub, QWidget* parent)
    : FieldList(tr("Activity"), parent)
    , m_finhub(finhub)
    , m_model([](const TimelineEvent& event) { return displayLine(event.summary, 200); })
    , m_count(new QLabel(this))
    , m_filter(new QPushButton(this))
    , m_skeleton(new SkeletonPanel(SkeletonPanel::Shape::Fields, SkeletonRows, this))
    , m_message(new QLabel(this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_list(new QListView(this))
    , m_older(new QPushButton(tr("Show older"), this))
{
    setObjectName(QStringLiteral("overviewActivity"));
    m_count->setObjectName(QStringLiteral("activityCount"));
    m_count->setProperty("textSize", QStringLiteral("small"));
    setInk(m_count, Ink::Secondary);
    addToHeading(m_count);
    makeFilter();
    addToHeading(m_filter);

    addBelow(m_skeleton);
    m_message->setObjectName(QStringLiteral("overviewActivityMessage"));
    m_message->setProperty("textSize", QStringLiteral("small"));
    m_message->setWordWrap(true);
    addBelow(m_message);
    m_retry->setObjectName(QStringLiteral("activityRetryButton"));
    m_retry->setAccessibleName(tr("Read the activity again"));
    setKind(m_retry, ButtonKind::Pill);
    addBelow(m_retry);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_file)
            m_file->load();
    });

    m_list->setObjectName(QStringLiteral("overviewActivityList"));
    m_list->setAccessibleName(tr("Activity of this customer"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TimelineDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(FewestRows * TimelineDelegate::rowHeight());
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    new ScrollKeeper(m_list);
    addBelow(m_list, 1);
    m_older->setObjectName(QStringLiteral("showOlderButton"));
    m_older->setAccessibleName(tr("Show older activity"));
    addBelow(m_older);
    connect(m_older, &QPushButton::clicked, this, [this] {
        if (m_history)
            m_history->readOlder();
    });
    showEvents();
}

void ActivitySection::makeFilter()
{
    m_filter->setObjectName(QStringLiteral("activityFilter"));
    m_filter->setAccessibleName(tr("Kind of activity"));
    setKind(m_filter, ButtonKind::Pill);
    auto* menu = new QMenu(m_filter);
    auto* group = new QActionGroup(menu);
    const auto add = [this, menu, group](const QString& name, std::optional<models::ActivityKind> kind) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind] { choose(kind); });
        // The menu says how many there are of each when it opens.
        connect(menu, &QMenu::aboutToShow, action, [this, action, name, kind] {
            const QList<TimelineEvent> all = m_history ? m_history->events() : QList<TimelineEvent>();
            const qsizetype count = kind ? models::eventsOf(*kind, all).size() : all.size();
            action->setText(QStringLiteral("%1 (%2)").arg(name, QLocale().toString(count)));
            action->setChecked(m_kind == kind);
        });
    };
    add(tr("All"), std::nullopt);
    for (const models::ActivityKind kind : models::activityKinds())
        add(kindName(kind), kind);
    m_filter->setMenu(menu);
}

void ActivitySection::choose(std::optional<models::ActivityKind> kind)
{
    m_kind = kind;
    showEvents();
    m_list->scrollToTop();
}

void ActivitySection::setCase(review::CaseFile* file)
{
    m_history.reset();
    m_newest.clear();
    m_kind.reset();
    m_file = file;
    if (file) {
        m_history = std::make_unique<review::ActivityHistory>(m_finhub, file->id());
        connect(m_history.get(), &review::ActivityHistory::changed, this, &ActivitySection::showEvents);
    }
    refresh();
    m_list->scrollToTop();
}

void ActivitySection::refresh()
{
    if (m_file)
        takeNewest();
    showEvents();
}

void ActivitySection::takeNewest()
{
    const std::optional<Page<TimelineEvent>>& page = m_file->timeline().value;
    // Other changes of the case must not make the history forget that it has read to the end.
    if (!page || (page->items == m_newest && page->total == m_history->total() && !m_newest.isEmpty()))
        return;
    m_newest = page->items;
    m_history->setNewest(*page);
}

void ActivitySection::showEvents()
{
    const QList<TimelineEvent> all = m_history ? m_history->events() : QList<TimelineEvent>();
    const QList<TimelineEvent> shown = m_kind ? models::eventsOf(*m_kind, all) : all;
    m_model.setEvents(shown);
    const QString kind = m_kind ? kindName(*m_kind) : tr("All kinds");
    m_filter->setText(kind);
    m_filter->setAccessibleDescription(kind);
    m_filter->setEnabled(!all.isEmpty());
    showCount(shown.size());
    showMessage(shown.size());
    m_list->setVisible(!shown.isEmpty());
    const bool reading = m_history && m_history->isReading();
    m_older->setVisible(m_history && m_history->hasOlder());
    m_older->setEnabled(!reading);
    m_older->setText(reading ? tr("Reading…") : tr("Show older"));
}

/// "50 of 112"; with a filter also how many of those are of the kind.
void ActivitySection::showCount(qsizetype shown)
{
    const qsizetype read = m_history ? m_history->events().size() : 0;
    const QLocale locale;
    QString text;
    if (read > 0)
        text = m_history->total()
                   ? tr("%1 of %2").arg(locale.toString(read), locale.toString(*m_history->total()))
                   : locale.toString(read);
    if (read > 0 && m_kind)
        text = tr("%1 shown, %2 read").arg(locale.toString(shown), text);
    setPlainText(m_count, text);
}

void ActivitySection::showMessage(qsizetype shown)
{
    const bool known = m_file && m_file->timeline().value;
    const auto& error = m_file ? m_file->timeline().error : std::optional<Error>();
    const auto& olderError = m_history ? m_history->error() : std::optional<Error>();
    m_skeleton->setVisible(m_file && !known && !error);
    QString text;
    Ink ink = Ink::Secondary;
    if (error) {
        text = errorText(*error, Attempt::LoadActivity).sentence();
        ink = error->kind == ErrorKind::NotOffered ? Ink::Secondary : Ink::Bad;
    } else if (olderError) {
        text = errorText(*olderError, Attempt::LoadActivity).sentence();
        ink = Ink::Bad;
    } else if (known && m_history->events().isEmpty()) {
        text = tr("Nothing has happened yet.");
    } else if (known && shown == 0) {
        text = m_history->hasOlder() ? tr("None of this kind among the events that have been read; there are "
                                          "older ones.")
                                     : tr("None of this kind.");
    }
    setPlainText(m_message, text);
    setInk(m_message, ink);
    m_message->setVisible(!text.isEmpty());
    m_retry->setVisible(error && error->kind != ErrorKind::NotOffered);
    m_retry->setEnabled(!m_file || !m_file->timeline().loading);
}

} // namespace finhub::views
