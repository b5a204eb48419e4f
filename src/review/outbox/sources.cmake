# Relative to src/review.
set(FINHUB_OUTBOX_SOURCES
    outbox/decisionnotes.cpp
    outbox/findings.cpp
    outbox/intentfile.cpp
    outbox/intentrecord.cpp
    outbox/outbox.cpp
    outbox/textseal.cpp)
