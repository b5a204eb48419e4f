set(FINHUB_CLAIMS_SOURCES
    claims/caseadvice.cpp
    claims/caseclaim.cpp
    claims/casenotes.cpp
    claims/claimdesk.cpp)
