# Relative to src/review.
set(FINHUB_JOURNAL_SOURCES
    journal/journal.cpp)
