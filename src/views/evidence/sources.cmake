# Relative to src/views.
set(FINHUB_EVIDENCE_SOURCES
    evidence/differencepanel.cpp
    evidence/displaywatch.cpp
    evidence/pagecoverage.cpp
    evidence/reasondelegate.cpp
    evidence/reasonkeys.cpp
    evidence/reasonpalette.cpp
    evidence/verdictbar.cpp
    evidence/verdictmark.cpp
    evidence/verdicttext.cpp
    evidence/viewerevidence.cpp)
