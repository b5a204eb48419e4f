# Relative to src/views.
set(FINHUB_SETTINGS_SOURCES
    settings/holidaytext.cpp
    settings/keybutton.cpp
    settings/keyrows.cpp
    settings/settingrow.cpp
    settings/settingrows.cpp
    settings/settingsdesk.cpp
    settings/settingsdialog.cpp
    settings/settingslist.cpp)
