# Relative to src/views.
set(FINHUB_OFFICERS_SOURCES
    officers/claimtext.cpp)
