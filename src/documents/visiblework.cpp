#include "documents/visiblework.h"

namespace finhub::documents {

VisibleWork::Mark::Mark(VisibleWork& work)
    : m_work(&work)
{
    work.begin();
}

VisibleWork::Mark::~Mark()
{
    if (m_work)
        m_work->end();
}

void VisibleWork::begin()
{
    ++m_marks;
    if (m_told)
        return;
    m_told = true;
    Q_EMIT busyChanged(true);
}

void VisibleWork::end()
{
    if (--m_marks == 0)
        QMetaObject::invokeMethod(this, &VisibleWork::tellIdle, Qt::QueuedConnection);
}

void VisibleWork::tellIdle()
{
    if (m_marks > 0 || !m_told)
        return;
    m_told = false;
    Q_EMIT busyChanged(false);
}

} // namespace finhub::documents
