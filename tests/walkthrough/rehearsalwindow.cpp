#include "walkthrough/rehearsalwindow.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

using namespace std::chrono_literals;

RehearsalWindow::RehearsalWindow()
{
    setObjectName(QStringLiteral("rehearsal"));
    resize(800, 600);
    auto* columns = new QHBoxLayout(this);
    for (auto add :
         {&RehearsalWindow::addInputs, &RehearsalWindow::addViews, &RehearsalWindow::addUnusable}) {
        auto* column = new QWidget(this);
        new QVBoxLayout(column);
        columns->addWidget(column);
        (this->*add)(column);
    }
    addShortcuts();
}

bool RehearsalWindow::showAndWait()
{
    show();
    return QTest::qWaitForWindowExposed(this);
}

QPushButton* RehearsalWindow::addButton(QWidget* parent, const char* name, const QString& text)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    parent->layout()->addWidget(button);
    return button;
}

void RehearsalWindow::addInputs(QWidget* parent)
{
    auto* name = new QLineEdit(parent);
    name->setObjectName(QStringLiteral("nameEdit"));
    auto* password = new QLineEdit(QStringLiteral("abc"), parent);
    password->setObjectName(QStringLiteral("passwordEdit"));
    password->setEchoMode(QLineEdit::Password);
    auto* notes = new QPlainTextEdit(parent);
    notes->setObjectName(QStringLiteral("notesEdit"));
    auto* greeting = new QLabel(QStringLiteral("Nobody yet"), parent);
    greeting->setObjectName(QStringLiteral("greeting"));
    greeting->setAccessibleName(QStringLiteral("Greeting"));
    auto* box = new QCheckBox(QStringLiteral("&Agree"), parent);
    box->setObjectName(QStringLiteral("agreeBox"));
    auto* combo = new QComboBox(parent);
    combo->setObjectName(QStringLiteral("combo"));
    combo->addItems({QStringLiteral("one"), QStringLiteral("two")});
    for (QWidget* widget : QList<QWidget*>{name, password, notes, greeting, box, combo})
        parent->layout()->addWidget(widget);

    QPushButton* greet = addButton(parent, "greetButton", QStringLiteral("&Greet"));
    connect(greet, &QPushButton::clicked, this, [this, name, greeting] {
        happened(QStringLiteral("greet"));
        greeting->setText(QStringLiteral("Hello %1").arg(name->text()));
    });
    connect(addButton(parent, "dialogButton", QStringLiteral("Open")), &QPushButton::clicked, this,
            &RehearsalWindow::openDialog);
    connect(addButton(parent, "closeButton", QStringLiteral("Close")), &QPushButton::clicked, this,
            &QWidget::close);
}

void RehearsalWindow::addViews(QWidget* parent)
{
    m_list = new QListWidget(parent);
    m_list->setObjectName(QStringLiteral("list"));
    m_list->addItems({QStringLiteral("Apples 3"), QStringLiteral("Pears 5"), QStringLiteral("Plums 7")});
    connect(m_list, &QListWidget::itemDoubleClicked, this,
            [this](QListWidgetItem* item) { happened(QStringLiteral("opened ") + item->text()); });
    m_table = new QTableWidget(60, 2, parent);
    m_table->setObjectName(QStringLiteral("table"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(QStringLiteral("Customer %1").arg(row)));
        m_table->setItem(row, 1,
                         new QTableWidgetItem(row % 2 ? QStringLiteral("High") : QStringLiteral("Low")));
    }
    connect(m_table, &QTableWidget::cellDoubleClicked, this,
            [this](int row, int) { happened(QStringLiteral("opened row %1").arg(row)); });
    parent->layout()->addWidget(m_list);
    parent->layout()->addWidget(m_table);

    auto* area = new QScrollArea(parent);
    area->setFixedHeight(60);
    auto* inside = new QWidget;
    auto* insideLayout = new QVBoxLayout(inside);
    insideLayout->addSpacing(600);
    connect(addButton(inside, "farButton", QStringLiteral("Far")), &QPushButton::clicked, this,
            [this] { happened(QStringLiteral("far")); });
    area->setWidget(inside);
    parent->layout()->addWidget(area);
}

void RehearsalWindow::addUnusable(QWidget* parent)
{
    addButton(parent, "disabledButton", QStringLiteral("Disabled"))->setEnabled(false);
    addButton(parent, "hiddenButton", QStringLiteral("Hidden"))->hide();
    auto* cover =
        new QLabel(QStringLiteral("Cover"), addButton(parent, "coveredButton", QString())->parentWidget());
    cover->setObjectName(QStringLiteral("cover"));
    cover->setAutoFillBackground(true);
    cover->resize(1000, 1000);

    QPushButton* late = addButton(parent, "lateButton", QStringLiteral("Late"));
    late->setEnabled(false);
    QTimer::singleShot(100ms, late, [late] { late->setEnabled(true); });
    connect(late, &QPushButton::clicked, this, [this] { happened(QStringLiteral("late")); });
    // Everything in this column but the covered button lies above the cover.
    const QList<QPushButton*> buttons = parent->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->objectName() != QStringLiteral("coveredButton"))
            button->raise();
    }
}

void RehearsalWindow::addShortcuts()
{
    auto* shortcut = new QShortcut(QKeySequence(QStringLiteral("Ctrl+J")), this);
    connect(shortcut, &QShortcut::activated, this, [this] { happened(QStringLiteral("shortcut")); });
    auto* listOnly = new QShortcut(QKeySequence(QStringLiteral("Ctrl+L")), m_list);
    listOnly->setContext(Qt::WidgetShortcut);
    connect(listOnly, &QShortcut::activated, this, [this] { happened(QStringLiteral("list shortcut")); });
    auto* action = new QAction(this);
    action->setShortcut(QKeySequence(QStringLiteral("N")));
    connect(action, &QAction::triggered, this, [this] { happened(QStringLiteral("action")); });
    addAction(action);
}

void RehearsalWindow::openDialog()
{
    m_dialog = new QDialog(this);
    m_dialog->setObjectName(QStringLiteral("dialog"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->resize(300, 160);
    auto* layout = new QVBoxLayout(m_dialog);
    auto* question = new QLabel(QStringLiteral("Are you sure?"), m_dialog);
    question->setObjectName(QStringLiteral("question"));
    layout->addWidget(question);
    // The same name as a button of the main window: the dialog's is meant while it is open.
    QPushButton* confirm = addButton(m_dialog, "greetButton", QStringLiteral("Confirm"));
    connect(confirm, &QPushButton::clicked, this, [this] {
        happened(QStringLiteral("confirm"));
        m_dialog->accept();
    });
    m_dialog->open();
}
