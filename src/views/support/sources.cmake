# Relative to src/views.
set(FINHUB_SUPPORT_SOURCES
    support/blockingtext.cpp
    support/overviewpanel.cpp)
