# Relative to src/sandbox, which owns the library.
set(FINHUB_SPECIMEN_SOURCES
    specimens/flaws.cpp
    specimens/specimen.cpp)
