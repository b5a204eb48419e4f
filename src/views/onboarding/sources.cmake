# Relative to src/views.
set(FINHUB_ONBOARDING_SOURCES
    onboarding/newcustomerview.cpp)
