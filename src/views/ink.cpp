#include "views/ink.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace finhub::views {

namespace {
const char* nameOf(Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return "";
    case Ink::Secondary:
        return "secondary";
    case Ink::Accent:
        return "accent";
    case Ink::Good:
        return "good";
    case Ink::Soon:
        return "soon";
    case Ink::Bad:
        return "bad";
    }
    return "";
}
} // namespace

void setInk(QWidget* label, Ink ink)
{
    const QString name = QString::fromLatin1(nameOf(ink));
    // Polishing takes longer than all else that is done to a label.
    if (label->property("ink").toString() == name)
        return;
    label->setProperty("ink", name);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace finhub::views
