# Relative to src/views.
set(FINHUB_PHASES_SOURCES
    phases/activationpage.cpp
    phases/approvalpage.cpp
    phases/consentcard.cpp
    phases/consentspage.cpp
    phases/declaredpage.cpp
    phases/documentspage.cpp
    phases/phasecolumn.cpp
    phases/phasepage.h
    phases/phasespanel.cpp
    phases/sessionpage.cpp
    phases/verificationpage.cpp)
