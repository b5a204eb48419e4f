#include "models/documentlistmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::models;

namespace {

Document documentOf(const QString& id, const QByteArray& sha256 = QByteArrayLiteral("aa"))
{
    Document document;
    document.id = DocumentId(id);
    document.fileName = id + QStringLiteral(".pdf");
    document.sha256 = sha256;
    return document;
}

DocumentId idOf(const char* id)
{
    return DocumentId(QString::fromLatin1(id));
}

QImage image()
{
    QImage picture(2, 3, QImage::Format_RGB32);
    picture.fill(Qt::red);
    return picture;
}

} // namespace

/// Documents with their way to the screen, kept across refreshes.
class TestDocumentListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsWaiting();
    void tellsStatesThumbnailsAndErrors();
    void ignoresDocumentsThatAreGone();
    void keepsTheStatesOfUnchangedDocuments();
    void startsAgainWhenTheBytesChange();
    void marksWhatWasJudged();
    void followsItsDocuments();
};

void TestDocumentListModel::startsWaiting()
{
    DocumentListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Document passport = documentOf(QStringLiteral("p"));
    model.setDocuments({passport});
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data().toString(), QStringLiteral("p.pdf"));
    QCOMPARE(index.data(DocumentListModel::DocumentRole).value<Document>(), passport);
    QCOMPARE(index.data(DocumentListModel::StateRole).value<DocumentState>(), DocumentState::Waiting);
    QVERIFY(!index.data(DocumentListModel::ThumbnailRole).isValid());
    QVERIFY(!index.data(DocumentListModel::ErrorRole).isValid());
    QCOMPARE(model.row(idOf("p")), 0);
    QCOMPARE(model.document(0), std::optional(passport));
    QVERIFY(!model.document(1));
    QVERIFY(!model.document(-1));
}

void TestDocumentListModel::tellsStatesThumbnailsAndErrors()
{
    DocumentListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDocuments({documentOf(QStringLiteral("a")), documentOf(QStringLiteral("b"))});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QModelIndex b = model.index(1);

    model.setState(idOf("b"), DocumentState::Loading);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), b);
    model.setState(idOf("b"), DocumentState::Loading);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.state(idOf("b")), std::optional(DocumentState::Loading));
    QCOMPARE(model.state(idOf("a")), std::optional(DocumentState::Waiting));

    model.setThumbnail(idOf("b"), image());
    QCOMPARE(changed.count(), 2);
    QCOMPARE(b.data(DocumentListModel::ThumbnailRole).value<QImage>(), image());

    Error error = Error::of(ErrorKind::BrokenDocument);
    error.documentFault = DocumentFault::HashMismatch;
    model.setError(idOf("b"), error);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(b.data(DocumentListModel::StateRole).value<DocumentState>(), DocumentState::Failed);
    QCOMPARE(b.data(DocumentListModel::ErrorRole).value<Error>().documentFault, DocumentFault::HashMismatch);

    model.setState(idOf("b"), DocumentState::Loading);
    QVERIFY(!b.data(DocumentListModel::ErrorRole).isValid());
}

void TestDocumentListModel::ignoresDocumentsThatAreGone()
{
    DocumentListModel model;
    model.setDocuments({documentOf(QStringLiteral("a"))});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setState(idOf("x"), DocumentState::Ready);
    model.setThumbnail(idOf("x"), image());
    model.setError(idOf("x"), Error::of(ErrorKind::Timeout));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(model.row(idOf("x")), -1);
    QVERIFY(!model.state(idOf("x")));
}

void TestDocumentListModel::keepsTheStatesOfUnchangedDocuments()
{
    DocumentListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy reset(&model, &QAbstractItemModel::modelAboutToBeReset);
    model.setDocuments({documentOf(QStringLiteral("a")), documentOf(QStringLiteral("b"))});
    model.setState(idOf("a"), DocumentState::Ready);
    model.setThumbnail(idOf("a"), image());
    model.setError(idOf("b"), Error::of(ErrorKind::Timeout));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.setDocuments({documentOf(QStringLiteral("a")), documentOf(QStringLiteral("b"))});
    QCOMPARE(changed.count(), 0);

    Document verified = documentOf(QStringLiteral("a"));
    verified.verified = true;
    model.setDocuments({verified, documentOf(QStringLiteral("b"))});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.document(0), std::optional(verified));
    QCOMPARE(model.state(idOf("a")), std::optional(DocumentState::Ready));
    QCOMPARE(model.index(0).data(DocumentListModel::ThumbnailRole).value<QImage>(), image());
    QCOMPARE(model.state(idOf("b")), std::optional(DocumentState::Failed));
    QCOMPARE(model.index(1).data(DocumentListModel::ErrorRole).value<Error>().kind, ErrorKind::Timeout);
    QCOMPARE(reset.count(), 0);
}

void TestDocumentListModel::startsAgainWhenTheBytesChange()
{
    DocumentListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDocuments({documentOf(QStringLiteral("a"), QByteArrayLiteral("aa"))});
    model.setState(idOf("a"), DocumentState::Ready);
    model.setThumbnail(idOf("a"), image());
    model.setDocuments({documentOf(QStringLiteral("a"), QByteArrayLiteral("bb"))});
    QCOMPARE(model.state(idOf("a")), std::optional(DocumentState::Waiting));
    QVERIFY(!model.index(0).data(DocumentListModel::ThumbnailRole).isValid());
    QCOMPARE(model.document(0)->sha256, QByteArrayLiteral("bb"));
}

void TestDocumentListModel::marksWhatWasJudged()
{
    DocumentListModel model;
    model.setDocuments({documentOf(QStringLiteral("p")), documentOf(QStringLiteral("b"))});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const auto verdict = [&model](int row) {
        return model.index(row).data(DocumentListModel::VerdictRole).value<review::DocumentVerdict>();
    };
    model.setDisplayed(idOf("b"), true);
    model.setVerdict(idOf("b"), review::DocumentVerdict::Accepted);
    model.setVerdict(idOf("b"), review::DocumentVerdict::Accepted);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(verdict(0), review::DocumentVerdict::NotJudged);
    QCOMPARE(verdict(1), review::DocumentVerdict::Accepted);
    QVERIFY(model.index(1).data(DocumentListModel::DisplayedRole).toBool());
    model.setVerdict(idOf("nobody"), review::DocumentVerdict::Accepted);
    // Other bytes have been neither seen nor judged.
    model.setDocuments({documentOf(QStringLiteral("p")), documentOf(QStringLiteral("b"), "bb")});
    QCOMPARE(verdict(1), review::DocumentVerdict::NotJudged);
    QVERIFY(!model.index(1).data(DocumentListModel::DisplayedRole).toBool());
}

void TestDocumentListModel::followsItsDocuments()
{
    DocumentListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDocuments(
        {documentOf(QStringLiteral("a")), documentOf(QStringLiteral("b")), documentOf(QStringLiteral("c"))});
    model.setState(idOf("c"), DocumentState::Ready);
    const QPersistentModelIndex a = model.index(0);
    const QPersistentModelIndex b = model.index(1);
    const QPersistentModelIndex c = model.index(2);
    model.setDocuments(
        {documentOf(QStringLiteral("c")), documentOf(QStringLiteral("n")), documentOf(QStringLiteral("a"))});
    QCOMPARE(c.row(), 0);
    QCOMPARE(a.row(), 2);
    QVERIFY(!b.isValid());
    QCOMPARE(model.row(idOf("n")), 1);
    QCOMPARE(model.state(idOf("c")), std::optional(DocumentState::Ready));
    QCOMPARE(model.state(idOf("n")), std::optional(DocumentState::Waiting));
}

QTEST_GUILESS_MAIN(TestDocumentListModel)
#include "tst_documentlistmodel.moc"
