# Relative to src/review.
set(FINHUB_JOURNAL_SOURCES
    journal/journal.cpp
    journal/journalcheck.cpp
    journal/journalentry.cpp
    journal/journalfile.cpp
    journal/journalkey.cpp
    journal/journalkeyfile.cpp
    journal/journalslice.cpp
    journal/journaltail.cpp
    journal/journalwords.cpp)
