# Relative to src/views.
set(FINHUB_OFFICERS_SOURCES
    officers/bulkclaimdesk.cpp
    officers/bulkclaimdialog.cpp
    officers/bulkresultmodel.cpp
    officers/caseofficers.cpp
    officers/claimbar.cpp
    officers/claimtext.cpp
    officers/foureyesbar.cpp
    officers/handoverdialog.cpp
    officers/notespanel.cpp
    officers/recommenddialog.cpp
    officers/recommendationtext.cpp)
