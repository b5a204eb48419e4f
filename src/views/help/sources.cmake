# Relative to src/views.
set(FINHUB_HELP_SOURCES
    help/aboutdialog.cpp
    help/diagnostics.cpp
    help/errortopics.cpp
    help/helpdesk.cpp
    help/helpdialog.cpp
    help/helptopics.cpp
    help/welcomepanel.cpp)
