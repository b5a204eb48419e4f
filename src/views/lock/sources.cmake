# Relative to src/views.
set(FINHUB_LOCK_SOURCES
    lock/curtain.cpp
    lock/listplace.cpp
    lock/lockview.cpp)
