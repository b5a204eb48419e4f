# Relative to src/views.
set(FINHUB_CONSENTS_SOURCES
    consents/activationform.cpp
    consents/activationsection.cpp
    consents/consentsection.cpp
    consents/consentwords.cpp
    consents/templatedelegate.cpp
    consents/templateform.cpp
    consents/templatesview.cpp)
