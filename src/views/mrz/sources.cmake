# Relative to src/views.
set(FINHUB_MRZ_SOURCES
    mrz/chosenzone.cpp
    mrz/mrzinput.cpp
    mrz/mrzpanel.cpp
    mrz/mrzrows.cpp
    mrz/mrzside.cpp
    mrz/mrztext.cpp)
