# Relative to src/views.
set(FINHUB_OUTBOXVIEW_SOURCES
    outbox/closedecisiondialog.cpp
    outbox/holddialog.cpp
    outbox/outboxcard.cpp
    outbox/outboxdesk.cpp
    outbox/outboxnotice.cpp
    outbox/outboxtext.cpp
    outbox/outboxview.cpp
    outbox/undobar.cpp)
