#pragma once

#include <QObject>
#include <QPointer>

namespace finhub::documents {

/// Counts what somebody waits for who looks at the place where it will appear. Every such wait holds a Mark
/// while it lasts. GUI thread.
class VisibleWork : public QObject {
    Q_OBJECT

public:
    /// One wait; it ends when the mark goes, which may be after the count itself has gone.
    class Mark {
    public:
        explicit Mark(VisibleWork& work);
        ~Mark();
        Mark(const Mark&) = delete;
        Mark& operator=(const Mark&) = delete;

    private:
        QPointer<VisibleWork> m_work;
    };

    using QObject::QObject;

    bool isBusy() const { return m_marks > 0; }

Q_SIGNALS:
    /// True at once; false from the event loop, so that waits that follow each other at once are one.
    void busyChanged(bool busy);

private:
    void begin();
    void end();
    void tellIdle();

    int m_marks = 0;
    bool m_told = false;
};

} // namespace finhub::documents
