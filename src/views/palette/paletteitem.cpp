#include "views/palette/paletteitem.h"

#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/settings/settingslist.h"
#include "views/support/masking.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wordsearch.h"
#include "views/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int MostElsewhere = 3;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::views::PaletteItem)
};

void sortByFit(QList<PaletteItem>& items, const QString& text)
{
    const QString beginning = text.trimmed().toCaseFolded();
    std::stable_sort(items.begin(), items.end(),
                     [&beginning](const PaletteItem& one, const PaletteItem& other) {
                         const bool oneBegins = one.title.toCaseFolded().startsWith(beginning);
                         const bool otherBegins = other.title.toCaseFolded().startsWith(beginning);
                         if (oneBegins != otherBegins)
                             return oneBegins;
                         return one.available && !other.available;
                     });
}
} // namespace

QList<PaletteItem> findActions(const QString& text)
{
    const ActionRegistry& registry = ActionRegistry::instance();
    const WordSearch search(text);
    QList<PaletteItem> items;
    for (const ActionInfo& info : actionTable()) {
        const QString id = QLatin1String(info.id);
        // The palette does not find itself, and nothing acts in a dialog that is not open.
        if (id == QLatin1String("paletteAction") || !registry.isMade(id))
            continue;
        const bool available = registry.available(id) != nullptr;
        const QString title = textOf(info);
        const QString category = textOf(info.category);
        if (!(text.trimmed().isEmpty() ? available : search.fits(title + u' ' + category)))
            continue;
        items << PaletteItem{PaletteItem::Kind::Action,
                             id,
                             title,
                             available ? category
                                       : Text::tr("Not possible here, only %1").arg(textOf(info.scope)),
                             keyOf(id),
                             available};
    }
    sortByFit(items, text);
    // What cannot be done here is worth a word, but not the room of customers.
    int elsewhere = 0;
    items.removeIf(
        [&elsewhere](const PaletteItem& item) { return !item.available && ++elsewhere > MostElsewhere; });
    return items;
}

QList<PaletteItem> findSettings(const QString& text)
{
    QList<PaletteItem> items;
    if (text.trimmed().isEmpty())
        return items;
    const WordSearch search(text);
    for (const SettingInfo& info : settingsList()) {
        const QString title = textOf(info);
        if (search.fits(title + u' ' + explanationOf(info) + u' ' + Text::tr("Setting")))
            items << PaletteItem{PaletteItem::Kind::Setting, QLatin1String(info.id), title,
                                 Text::tr("Setting")};
    }
    sortByFit(items, text);
    return items;
}

PaletteItem customerItem(const DirectoryEntry& entry, bool masked)
{
    const QString name = entry.fullName();
    QStringList detail;
    if (!entry.email.isEmpty())
        detail << (masked ? masking::email(entry.email) : entry.email);
    if (!entry.stage.isAbsent())
        detail << words::stage(entry.stage);
    detail << entry.id.text();
    return {PaletteItem::Kind::Customer, entry.id.text(),
            displayLine(name.isEmpty() ? entry.id.text() : name, 80),
            displayLine(detail.join(QStringLiteral(" · ")), 160)};
}

} // namespace finhub::views
