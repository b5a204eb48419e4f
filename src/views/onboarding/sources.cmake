# Relative to src/views.
set(FINHUB_ONBOARDING_SOURCES
    onboarding/amlform.cpp
    onboarding/categorydelegate.cpp
    onboarding/categorypage.cpp
    onboarding/formfield.cpp
    onboarding/formparts.cpp
    onboarding/newcustomerview.cpp
    onboarding/newcustomerview_show.cpp
    onboarding/passwordrules.cpp
    onboarding/registrationform.cpp
    onboarding/registrationtexts.cpp)
