#include "models/templatelistmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::models;

namespace {
ConsentTemplate textOf(const QString& id, ConsentType type, const QString& version, TemplateStatus status,
                       const QDate& from = {2026, 1, 1})
{
    ConsentTemplate text;
    text.id = id;
    text.type = type;
    text.version = version;
    text.status = status;
    text.effectiveDate = from;
    return text;
}

QList<ConsentTemplate> someTexts()
{
    return {textOf(QStringLiteral("p1"), ConsentType::PrivacyPolicy, QStringLiteral("1.0"),
                   TemplateStatus::Active),
            textOf(QStringLiteral("t1"), ConsentType::TermsAndConditions, QStringLiteral("1.9"),
                   TemplateStatus::Inactive),
            textOf(QStringLiteral("t2"), ConsentType::TermsAndConditions, QStringLiteral("1.10"),
                   TemplateStatus::Inactive),
            textOf(QStringLiteral("t3"), ConsentType::TermsAndConditions, QStringLiteral("0.1"),
                   TemplateStatus::Active, {2025, 1, 1}),
            textOf(QStringLiteral("t4"), ConsentType::TermsAndConditions, QStringLiteral("0.2"),
                   TemplateStatus::Inactive, {2026, 2, 1})};
}
} // namespace

class TestTemplateListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void groupsByTypeWithTheActiveOneFirst();
    void putsUnknownTypesLast();
    void offersNoHeadingForChoice();
    void saysWhatItIsTold();
    void keepsARowThatMoves();
    void insertsARowWithoutAReset();
    void findsTextsWithoutAnId();
    void emptiesItself();

private:
    QString shown() const;

    std::unique_ptr<TemplateListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTemplateListModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<TemplateListModel>(TemplateListModel::Texts{
        [](const WireValue<ConsentType>& type) { return type.text().toLower(); },
        [](const ConsentTemplate& text) { return QStringLiteral("v%1").arg(text.version); }});
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

/// The ids in their order, a heading as "#".
QString TestTemplateListModel::shown() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const std::optional<ConsentTemplate> text = m_model->at(row);
        ids << (text ? text->id : QStringLiteral("#"));
    }
    return ids.join(u' ');
}

void TestTemplateListModel::groupsByTypeWithTheActiveOneFirst()
{
    m_model->setTemplates(someTexts());
    QCOMPARE(shown(), QStringLiteral("# t3 t4 t2 t1 # p1"));
}

void TestTemplateListModel::putsUnknownTypesLast()
{
    ConsentTemplate odd =
        textOf(QStringLiteral("m"), ConsentType::Unknown, QStringLiteral("1"), TemplateStatus::Active);
    odd.type = WireValue<ConsentType>::fromWire(QStringLiteral("MARKETING"));
    m_model->setTemplates(QList<ConsentTemplate>{odd} + someTexts());
    QCOMPARE(shown(), QStringLiteral("# t3 t4 t2 t1 # p1 # m"));
    QCOMPARE(m_model->index(7).data().toString(), QStringLiteral("marketing"));
}

void TestTemplateListModel::offersNoHeadingForChoice()
{
    m_model->setTemplates(someTexts());
    const QModelIndex heading = m_model->index(0);
    QVERIFY(heading.data(TemplateListModel::HeadingRole).toBool());
    QVERIFY(!(heading.flags() & (Qt::ItemIsSelectable | Qt::ItemIsEnabled)));
    QVERIFY(!heading.data(TemplateListModel::TemplateRole).isValid());
    QVERIFY(m_model->index(1).flags() & Qt::ItemIsSelectable);
}

void TestTemplateListModel::saysWhatItIsTold()
{
    m_model->setTemplates(someTexts());
    QCOMPARE(m_model->index(0).data().toString(), QStringLiteral("terms_and_conditions"));
    QCOMPARE(m_model->index(1).data().toString(), QStringLiteral("v0.1"));
}

void TestTemplateListModel::keepsARowThatMoves()
{
    QList<ConsentTemplate> texts = someTexts();
    m_model->setTemplates(texts);
    const QPersistentModelIndex old(m_model->index(m_model->rowOf(texts.at(1))));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    texts[1].status = TemplateStatus::Active;
    texts[3].status = TemplateStatus::Inactive;
    m_model->setTemplates(texts);
    QCOMPARE(shown(), QStringLiteral("# t1 t4 t2 t3 # p1"));
    QCOMPARE(old.row(), 1);
    QCOMPARE(old.data(TemplateListModel::TemplateRole).value<ConsentTemplate>().status,
             TemplateStatus::Active);
    QCOMPARE(reset.count(), 0);
}

void TestTemplateListModel::insertsARowWithoutAReset()
{
    QList<ConsentTemplate> texts = someTexts();
    m_model->setTemplates(texts);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    texts << textOf(QStringLiteral("d1"), ConsentType::DataProcessing, QStringLiteral("1"),
                    TemplateStatus::Active);
    m_model->setTemplates(texts);
    QCOMPARE(inserted.count(), 1); // heading and text together
    QCOMPARE(removed.count(), 0);
    QCOMPARE(shown(), QStringLiteral("# t3 t4 t2 t1 # p1 # d1"));
}

void TestTemplateListModel::findsTextsWithoutAnId()
{
    QList<ConsentTemplate> texts = someTexts();
    for (ConsentTemplate& text : texts)
        text.id.clear();
    m_model->setTemplates(texts);
    QCOMPARE(m_model->rowCount(), 7);
    QCOMPARE(m_model->rowOf(texts.at(2)), 3);
    QCOMPARE(m_model->rowOf(someTexts().at(2)), -1);
}

void TestTemplateListModel::emptiesItself()
{
    m_model->setTemplates(someTexts());
    m_model->setTemplates({});
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->at(0));
}

QTEST_GUILESS_MAIN(TestTemplateListModel)
#include "tst_templatelistmodel.moc"
