#include "views/onboarding/formparts.h"

#include "views/ink.h"
#include "views/style/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace finhub::views::form {

namespace {
QLabel* label(const QString& text, QWidget* parent)
{
    auto* result = new QLabel(text, parent);
    result->setTextFormat(Qt::PlainText);
    return result;
}
} // namespace

QLabel* title(const QString& text, QWidget* parent)
{
    QLabel* result = label(text, parent);
    result->setProperty("textSize", QStringLiteral("title"));
    result->setProperty("strong", true);
    return result;
}

QLabel* explanation(const QString& text, QWidget* parent)
{
    QLabel* result = label(text, parent);
    result->setWordWrap(true);
    setInk(result, Ink::Secondary);
    return result;
}

QLabel* section(const QString& text, QWidget* parent)
{
    QLabel* result = label(text.toUpper(), parent);
    result->setProperty("textSize", QStringLiteral("small"));
    setInk(result, Ink::Secondary);
    return result;
}

QVBoxLayout* makePage(QWidget* page, int width)
{
    page->setAttribute(Qt::WA_StyledBackground);
    page->setProperty("pane", QStringLiteral("surface"));
    auto* column = new QWidget(page);
    column->setMaximumWidth(width);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Small);
    auto* outer = new QHBoxLayout(page);
    outer->setContentsMargins(metric::Wide, metric::Wide, metric::Wide, metric::Wide);
    outer->setSpacing(0);
    // The stretch takes only what the column may not.
    outer->addWidget(column, 1000);
    outer->addStretch(1);
    return layout;
}

QScrollArea* scrolled(QWidget* page)
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

} // namespace finhub::views::form
