# Relative to src/views.
set(FINHUB_KNOWN_SOURCES
    known/addcustomerdialog.cpp
    known/importsummarydialog.cpp
    known/knowncustomersdesk.cpp
    known/offertext.cpp)
