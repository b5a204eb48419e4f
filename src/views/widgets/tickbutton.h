#pragma once

#include <QAbstractButton>

namespace finhub::views {

/// What a person has found when comparing a field with a document.
enum class Tick { Open, Matches, Differs, NotShown };

/// A small round mark for a tick, which differs by its sign as well as by its colour; the current one has a
/// ring. What a click does is up to whoever owns it. Its accessible name begins with the field's.
class TickButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit TickButton(QWidget* parent = nullptr);

    Tick tick() const { return m_tick; }
    bool isCurrent() const { return m_current; }
    void setTick(const QString& field, Tick tick, bool current);
    /// "matches", for people.
    static QString textOf(Tick tick);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tick m_tick = Tick::Open;
    bool m_current = false;
};

} // namespace finhub::views
