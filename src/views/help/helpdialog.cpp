#include "views/help/helpdialog.h"

#include "views/help/helptopics.h"
#include "views/ink.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wordsearch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace finhub::views {

namespace {
constexpr QSize DialogSize(820, 520);
constexpr int ListWidth = 320;

QLabel* label(const char* name, const QString& accessible, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(accessible);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return made;
}

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* made = new QLabel(text.toUpper(), parent);
    made->setProperty("textSize", QStringLiteral("small"));
    setInk(made, Ink::Secondary);
    return made;
}
} // namespace

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_note(label("helpNote", tr("Why this is shown"), this))
    , m_title(label("helpTitle", tr("Name"), this))
    , m_code(label("helpCode", tr("Word of the contract"), this))
    , m_meaning(label("helpMeaning", tr("What it means"), this))
    , m_toDo(label("helpToDo", tr("What to do"), this))
{
    setObjectName(QStringLiteral("helpDialog"));
    setWindowTitle(tr("What words and codes mean"));
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setAccessibleName(tr("Find a word or a code"));
    m_search->setPlaceholderText(tr("Find a word or a code"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(60);
    m_search->addAction(icon(IconName::Search, ColorRole::Secondary), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("helpList"));
    m_list->setAccessibleName(tr("Words and codes"));
    m_list->setMinimumWidth(ListWidth);
    for (const HelpTopic& topic : helpTopics()) {
        auto* item = new QListWidgetItem(topic.title, m_list);
        item->setData(Qt::UserRole, topic.code);
        item->setToolTip(plainToolTip(topic.code));
    }
    setInk(m_note, Ink::Soon);
    m_note->hide();
    m_title->setProperty("textSize", QStringLiteral("title"));
    m_title->setProperty("strong", true);
    setInk(m_code, Ink::Secondary);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeHelpButton"));
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    auto* left = new QVBoxLayout;
    left->setSpacing(metric::Small);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(metric::Small);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_note, m_title, m_code, heading(tr("What it means"), this),
                                         m_meaning, heading(tr("What to do"), this), m_toDo})
        right->addWidget(widget);
    right->addStretch(1);
    right->addWidget(close, 0, Qt::AlignTrailing);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Wide, metric::Wide, metric::Wide, metric::Large);
    layout->setSpacing(metric::Wide);
    layout->addLayout(left);
    layout->addLayout(right, 1);
    resize(DialogSize);
    setMinimumSize(640, 420);
    connect(m_search, &QLineEdit::textChanged, this, &HelpDialog::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpDialog::showRow);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_list->setCurrentRow(0);
    m_search->setFocus();
}

bool HelpDialog::showTopic(const QString& code)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == code) {
            m_search->clear();
            m_list->setCurrentRow(row);
            m_list->setFocus();
            return true;
        }
    }
    return false;
}

void HelpDialog::setNote(const QString& text)
{
    setPlainText(m_note, text);
    m_note->setVisible(!text.isEmpty());
}

void HelpDialog::filter(const QString& text)
{
    const WordSearch search(text);
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const HelpTopic& topic = helpTopics().at(row);
        const bool fits =
            search.fits(QStringList{topic.code, topic.title, topic.meaning, topic.toDo}.join(u' '));
        m_list->item(row)->setHidden(!fits);
        if (fits && first < 0)
            first = row;
    }
    setNote(first < 0 ? tr("No word and no code has these letters.") : QString());
    if (first >= 0 && m_list->currentItem() && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
}

void HelpDialog::showRow(int row)
{
    if (row < 0)
        return;
    const HelpTopic& topic = helpTopics().at(row);
    setPlainText(m_title, topic.title);
    setPlainText(m_code, topic.kind == HelpTopic::Kind::Error ? tr("Answer of the server: %1").arg(topic.code)
                                                              : tr("Reason code: %1").arg(topic.code));
    setPlainText(m_meaning, topic.meaning);
    setPlainText(m_toDo, topic.toDo);
}

} // namespace finhub::views
