#include "galleryspecimen.h"

#include <QPainter>
#include <QTimeZone>

namespace finhub::views {

QImage specimenPassport(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size.width() / 600.0, size.height() / 420.0);
    QLinearGradient ground(0, 0, 600, 420);
    ground.setColorAt(0, QColor(245, 236, 220));
    ground.setColorAt(0.5, QColor(228, 238, 240));
    ground.setColorAt(1, QColor(240, 224, 222));
    painter.fillRect(QRect(0, 0, 600, 420), ground);
    QFont font(QStringLiteral("Sans"));
    const auto write = [&](int x, int y, const QString& text, int pixels, bool strong, const QColor& color) {
        font.setPixelSize(pixels);
        font.setBold(strong);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(x, y, text);
    };
    const QColor ink(32, 32, 32);
    const QColor quiet(130, 130, 130);
    write(24, 40, QStringLiteral("SPECIMEN · LIETUVOS RESPUBLIKA · PASSPORT"), 13, false,
          QColor(110, 60, 60));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(201, 212, 214));
    painter.drawRoundedRect(24, 70, 132, 170, 5, 5);
    painter.setBrush(QColor(139, 122, 108));
    painter.drawEllipse(65, 103, 50, 58);
    painter.setBrush(QColor(76, 91, 114));
    painter.drawChord(44, 185, 92, 110, 0, 180 * 16);
    int y = 82;
    for (const auto& [name, value] : {std::pair{"Surname", "VAITKUS"},
                                      {"Given names", "RASA"},
                                      {"Nationality", "LIETUVOS / LTU"},
                                      {"Date of birth", "15 GEG 1990"}}) {
        write(180, y, QString::fromLatin1(name), 12, false, quiet);
        write(180, y + 19, QString::fromLatin1(value), 14, true, ink);
        y += 39;
    }
    font.setFamily(QStringLiteral("Monospace"));
    write(18, 372, QStringLiteral("P<LTUVAITKUS<<RASA<<<<<<<<<<<<<<<<<<<<<<<<<<"), 16, false, ink);
    write(18, 396, QStringLiteral("25061487<4LTU9005151F3103027<<<<<<<<<<<<<<02"), 16, false, ink);
    return image;
}

Stepper::Phases specimenPhases(Stage stage)
{
    PhaseTimes times;
    const QDateTime start(QDate(2026, 3, 31), QTime(9, 5), Qt::UTC);
    for (std::size_t i = 0; i < times.size(); ++i)
        times.at(i) = start.addSecs(qint64(i) * 300);
    return phasesOf(stage, times);
}

Stepper::Texts specimenTexts()
{
    Stepper::Texts texts;
    const QStringList labels{QStringLiteral("Category"),  QStringLiteral("Registration"),
                             QStringLiteral("Session"),   QStringLiteral("Verification"),
                             QStringLiteral("Documents"), QStringLiteral("Approval"),
                             QStringLiteral("Consents"),  QStringLiteral("Activation")};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QString& label = labels.at(int(i));
        texts.at(i).label = label;
        texts.at(i).detail =
            i < 5    ? QStringLiteral("31 Mar, 09:%1").arg(5 + 5 * int(i), 2, 10, QLatin1Char('0'))
            : i == 5 ? QStringLiteral("Officer reviews")
                     : QString();
        texts.at(i).accessible = QStringLiteral("Phase %1 of 8: %2").arg(i + 1).arg(label);
    }
    return texts;
}

} // namespace finhub::views
