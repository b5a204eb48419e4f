# Relative to src/review.
set(FINHUB_PACK_SOURCES
    pack/csvtext.cpp
    pack/evidencepack.cpp
    pack/packcheck.cpp
    pack/packzip.cpp)
