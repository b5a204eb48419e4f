# Relative to src/views.
set(FINHUB_EXPORT_SOURCES
    export/caseexport.cpp
    export/exportdialog.cpp
    export/exportfile.cpp
    export/exporttexts.cpp
    export/listexport.cpp
    export/packsummary.cpp)
