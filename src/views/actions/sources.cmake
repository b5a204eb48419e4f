# Relative to src/views.
set(FINHUB_ACTIONS_SOURCES
    actions/actionmenu.cpp
    actions/actionregistry.cpp
    actions/actiontable.cpp
    actions/keychanges.cpp
    actions/keytexts.cpp
    actions/shortcutsheet.cpp)
