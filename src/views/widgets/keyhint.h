#pragma once

#include "views/style/theme.h"

#include <QPushButton>
#include <QWidget>

class QPainter;

namespace finhub::views {

/// The size of the cap for a key's name, and the cap painted into a rectangle of that size.
QSize keyCapSize(const QString& key);
void paintKeyCap(QPainter* painter, const QRect& rect, const QString& key, const QColor& ink,
                 const QColor& ground, const QColor& line);

/// A small rounded key cap ("A", "Ctrl K") beside what the key does. Only to look at.
class KeyHint : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString key READ key WRITE setKey)

public:
    explicit KeyHint(QWidget* parent = nullptr);
    explicit KeyHint(const QString& key, QWidget* parent = nullptr);

    QString key() const { return m_key; }
    void setKey(const QString& key);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_key;
};

/// A push button with its key in a cap after the text. The cap is only a picture: the shortcut is set by
/// whoever owns the action. A button too narrow for both elides its text, then drops the cap.
class HintButton : public QPushButton {
    Q_OBJECT
    Q_PROPERTY(QString keyHint READ keyHint WRITE setKeyHint)

public:
    explicit HintButton(QWidget* parent = nullptr);
    HintButton(const QString& text, const QString& key, QWidget* parent = nullptr);

    QString keyHint() const { return m_key; }
    void setKeyHint(const QString& key);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

} // namespace finhub::views
