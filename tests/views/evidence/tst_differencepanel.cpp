#include "review/samplecase.h"
#include "views/evidence/differencepanel.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;
using review::CaseSnapshot;

namespace {
QStringList textsOf(const DifferencePanel& panel)
{
    QStringList texts;
    const QList<QLabel*> labels = panel.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (!label->isHidden())
            texts << label->text();
    }
    return texts;
}
} // namespace

class TestDifferencePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasAndWhatIs();
    void hidesItself();
    void showsTextAsText();
};

void TestDifferencePanel::showsWhatWasAndWhatIs()
{
    const CaseSnapshot shown(sampleVerification(), sampleCustomer());
    CaseSnapshot current = shown;
    current.verification.version = 5;
    current.verification.level = VerificationLevel::PowerTenant;
    current.verification.documents.removeFirst();
    current.verification.documents[0].sha256 = QByteArray(64, 'b');
    current.verification.documents << sampleDocument(QStringLiteral("d-9"), DocumentType::Selfie);
    current.customer->person.lastName = QStringLiteral("Kazlauskas");
    current.customer->person.phone.clear();
    DifferencePanel panel;
    panel.showDifferences(review::differences(shown, current), shown.verification, current.verification);
    QVERIFY(!panel.isHidden());
    const QStringList texts = textsOf(panel);
    const QStringList expected{QStringLiteral("Version"),
                               QStringLiteral("was: 4\nis: 5"),
                               QStringLiteral("was: Tenant\nis: Power tenant"),
                               QStringLiteral("gone: Passport (d-1.pdf)"),
                               QStringLiteral("new: Selfie (d-9.pdf)"),
                               QStringLiteral("Proof of address, content"),
                               QStringLiteral("was: SHA-256 aaaaaaaa…\nis: SHA-256 bbbbbbbb…"),
                               QStringLiteral("Last name"),
                               QStringLiteral("was: Vaitkus\nis: Kazlauskas"),
                               QStringLiteral("was: +37060012345\nis: nothing")};
    for (const QString& text : expected)
        QVERIFY2(texts.contains(text), qPrintable(text + u'\n' + texts.join(u'|')));
}

void TestDifferencePanel::hidesItself()
{
    DifferencePanel panel;
    QVERIFY(panel.isHidden());
    const CaseSnapshot shown(sampleVerification());
    CaseSnapshot current = shown;
    current.verification.version = 5;
    const auto show = [&] {
        panel.showDifferences(review::differences(shown, current), shown.verification, current.verification);
    };
    show();
    QVERIFY(!panel.isHidden());
    panel.findChild<QPushButton*>(QStringLiteral("closeDifferencesButton"))->click();
    QVERIFY(panel.isHidden());
    show();
    panel.showDifferences({}, shown.verification, current.verification);
    QVERIFY(panel.isHidden());
}

void TestDifferencePanel::showsTextAsText()
{
    const CaseSnapshot shown(sampleVerification(), sampleCustomer());
    CaseSnapshot current = shown;
    current.customer->person.firstName = QStringLiteral("<b>Rasa</b>\u202e");
    DifferencePanel panel;
    panel.showDifferences(review::differences(shown, current), shown.verification, current.verification);
    const QList<QLabel*> labels = panel.findChildren<QLabel*>();
    bool found = false;
    for (const QLabel* label : labels) {
        QVERIFY(!label->text().contains(QChar(0x202e)));
        if (label->text().contains(QStringLiteral("<b>Rasa</b>"))) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            found = true;
        }
    }
    QVERIFY(found);
}

QTEST_MAIN(TestDifferencePanel)
#include "tst_differencepanel.moc"
