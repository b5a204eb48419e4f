#include "views/settings/settingrow.h"

#include "views/ink.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wordsearch.h"

#include <QHBoxLayout>
#include <QLabel>

namespace finhub::views {

SettingRow::SettingRow(const QString& id, QWidget* editor, Place place, QWidget* parent)
    : QWidget(parent)
    , m_id(id)
    , m_editor(editor)
    , m_fault(new QLabel(this))
{
    setObjectName(QStringLiteral("setting_") + id);
    const SettingInfo& info = *findSetting(id);
    auto* name = new QLabel(textOf(info), this);
    name->setProperty("strong", true);
    name->setBuddy(editor);
    auto* explanation = new QLabel(explanationOf(info), this);
    explanation->setWordWrap(true);
    setInk(explanation, Ink::Secondary);
    m_fault->setObjectName(QStringLiteral("fault_") + id);
    m_fault->setAccessibleName(tr("What is wrong"));
    m_fault->setWordWrap(true);
    setInk(m_fault, Ink::Bad);
    m_fault->hide();
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(textOf(info));
    editor->setAccessibleDescription(explanationOf(info));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(name);
    texts->addWidget(explanation);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Small);
    if (place == Place::Beside) {
        auto* line = new QHBoxLayout;
        line->setSpacing(metric::Wide);
        line->addLayout(texts, 1);
        line->addWidget(editor, 0, Qt::AlignTop);
        layout->addLayout(line);
    } else {
        layout->addLayout(texts);
        layout->addWidget(editor);
    }
    layout->addWidget(m_fault);
}

SettingsSection SettingRow::section() const
{
    return findSetting(m_id)->section;
}

bool SettingRow::fits(const WordSearch& search) const
{
    const SettingInfo& info = *findSetting(m_id);
    return search.fits(QStringList{textOf(info), explanationOf(info), textOf(info.section)}.join(u' '));
}

void SettingRow::setFault(const QString& text)
{
    setPlainText(m_fault, text);
    m_fault->setVisible(!text.isEmpty());
}

} // namespace finhub::views
