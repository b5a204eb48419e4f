#include "walkthrough/picture.h"
#include "walkthrough/rehearsalwindow.h"

#include <QLabel>
#include <QTest>

#include <memory>

using namespace finhub::walkthrough;

class TestPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void showsTheWindow();
    void showsADialogInItsPlace();
    void growsWithADialogOutsideOfTheWindow();
    void drawsTheRing();
    void drawsTheCaption();
    void captionWithoutAim();

private:
    QDialog* openDialog(const QPoint& offset);
    QRgb shown(const QImage& image, const QPoint& global) const
    {
        return image.pixel(global - m_window->mapToGlobal(QPoint(0, 0)));
    }
    QRgb role(QPalette::ColorRole role) const { return m_window->palette().color(role).rgb(); }

    std::unique_ptr<RehearsalWindow> m_window;
};

void TestPicture::init()
{
    m_window = std::make_unique<RehearsalWindow>();
    QVERIFY(m_window->showAndWait());
}

/// A dialog filled with the colour of selections, at an offset from the window.
QDialog* TestPicture::openDialog(const QPoint& offset)
{
    auto* dialog = new QDialog(m_window.get());
    dialog->setBackgroundRole(QPalette::Highlight);
    dialog->setAutoFillBackground(true);
    dialog->open();
    dialog->setGeometry(QRect(m_window->mapToGlobal(offset), QSize(200, 100)));
    return dialog;
}

void TestPicture::showsTheWindow()
{
    QCOMPARE(Picture(m_window.get()).image(),
             m_window->grab().toImage().convertToFormat(QImage::Format_RGB32));
}

void TestPicture::showsADialogInItsPlace()
{
    const QDialog* dialog = openDialog({300, 200});
    const QImage image = Picture(m_window.get()).image();
    QCOMPARE(image.size(), m_window->size());
    for (const QPoint& corner :
         {QPoint(0, 0), QPoint(199, 0), QPoint(0, 99), QPoint(199, 99), QPoint(100, 50)})
        QCOMPARE(shown(image, dialog->mapToGlobal(corner)), role(QPalette::Highlight));
    QVERIFY(shown(image, dialog->mapToGlobal(QPoint(-3, 50))) != role(QPalette::Highlight));
    QVERIFY(shown(image, dialog->mapToGlobal(QPoint(203, 50))) != role(QPalette::Highlight));
}

void TestPicture::growsWithADialogOutsideOfTheWindow()
{
    openDialog({700, 550});
    const QImage image = Picture(m_window.get()).image();
    QCOMPARE(image.size(), QSize(900, 650));
    QCOMPARE(image.pixel(890, 640), role(QPalette::Highlight));
    QCOMPARE(image.pixel(890, 10), role(QPalette::Mid));
}

void TestPicture::drawsTheRing()
{
    QWidget* button = m_window->widget("greetButton");
    const Aim aim = pointAt(button);
    Picture picture(m_window.get());
    const QImage before = picture.image();
    picture.annotate(QStringLiteral("Here"), 1, 2, aim);
    for (const QPoint& point :
         {QPoint(aim.area.left() - 3, aim.point.y()), QPoint(aim.point.x(), aim.area.top() - 3)}) {
        QVERIFY(before.pixel(point) != role(QPalette::Link));
        QCOMPARE(picture.image().pixel(point), role(QPalette::Link));
    }
    QCOMPARE(picture.image().copy(aim.area.adjusted(3, 3, -3, -3)),
             before.copy(aim.area.adjusted(3, 3, -3, -3)));
}

void TestPicture::drawsTheCaption()
{
    const Aim aim = pointAt(m_window->widget("greetButton"));
    Picture shortOne(m_window.get());
    const QImage before = shortOne.image();
    shortOne.annotate(QStringLiteral("Press"), 1, 2, aim);
    Picture longOne(m_window.get());
    longOne.annotate(
        QStringLiteral("Press this button, which says a friendly word to whoever wrote a name above"), 1, 2,
        aim);
    QVERIFY(shortOne.image() != longOne.image());
    // The bubble stands to the right of the button, at the height of its middle.
    const QPoint inBubble(aim.area.right() + 1 + 16 + 6, aim.point.y());
    QVERIFY(before.pixel(inBubble) != role(QPalette::Base) ||
            before.pixel(inBubble + QPoint(200, 0)) != role(QPalette::Base));
    QCOMPARE(shortOne.image().pixel(inBubble), role(QPalette::Base));
    // A caption is text and never markup.
    Picture markup(m_window.get());
    markup.annotate(QStringLiteral("<b>Press</b>"), 1, 2, aim);
    QVERIFY(markup.image() != shortOne.image());
}

void TestPicture::captionWithoutAim()
{
    Picture picture(m_window.get());
    const QImage before = picture.image();
    picture.annotate(QStringLiteral("Nothing in particular"), 1, 2, {});
    const QRect upper(0, 0, before.width(), before.height() / 2);
    QCOMPARE(picture.image().copy(upper), before.copy(upper));
    QVERIFY(picture.image() != before);
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
