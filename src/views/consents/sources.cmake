# Relative to src/views.
set(FINHUB_CONSENTS_SOURCES
    consents/templatesview.cpp)
