#include "views/onboarding/formfield.h"

#include "views/ink.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QFontMetrics>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace finhub::views {

FormField::FormField(const QString& name, QWidget* editor, int widest, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_note(new QLabel(this))
{
    auto* label = new QLabel(name, this);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("textSize", QStringLiteral("small"));
    label->setBuddy(editor);
    editor->setParent(this);
    editor->setMaximumWidth(widest);
    if (!name.isEmpty())
        editor->setAccessibleName(name);
    label->setVisible(!name.isEmpty());
    m_note->setObjectName(editor->objectName() + QStringLiteral("Note"));
    m_note->setProperty("textSize", QStringLiteral("small"));
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(QFontMetrics(Theme::font(TextSize::Small)).height());
    setInk(m_note, Ink::Secondary);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Tight);
    layout->addWidget(label);
    layout->addWidget(editor);
    layout->addWidget(m_note);
    layout->addStretch(1);
}

void FormField::setHint(const QString& hint)
{
    m_hint = hint;
    showNote();
}

void FormField::setFault(const QString& fault)
{
    if (fault == m_fault)
        return;
    const bool wasBad = !m_fault.isEmpty();
    m_fault = fault;
    if (wasBad != !fault.isEmpty()) {
        m_editor->setProperty("invalid", !fault.isEmpty());
        m_editor->style()->unpolish(m_editor);
        m_editor->style()->polish(m_editor);
        setInk(m_note, fault.isEmpty() ? Ink::Secondary : Ink::Bad);
    }
    showNote();
}

void FormField::showNote()
{
    setPlainText(m_note, m_fault.isEmpty() ? m_hint : m_fault);
    m_editor->setAccessibleDescription(m_note->text());
}

void FormField::addBelow(QWidget* widget)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    widget->setParent(this);
    // Before the stretch.
    column->insertWidget(column->count() - 1, widget, 0, Qt::AlignLeading);
}

} // namespace finhub::views
