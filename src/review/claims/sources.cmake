set(FINHUB_CLAIMS_SOURCES
    claims/bulkclaims.cpp
    claims/caseadvice.cpp
    claims/caseclaim.cpp
    claims/casenotes.cpp
    claims/claimdesk.cpp)
