# Qt Test would put the folder of every test into its compile command, for QFINDTESTDATA, which nobody here uses.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

# Hundreds of tests are linked, so their linker is to be a fast one; the programs keep the system's own.
find_program(FINHUB_LLD ld.lld)
find_program(FINHUB_GOLD ld.gold)
if(FINHUB_LLD)
    set(finhub_test_linker -fuse-ld=lld)
elseif(FINHUB_GOLD)
    set(finhub_test_linker -fuse-ld=gold)
endif()

# finhub_test(<room> <name> [LINKS ...] [TIMEOUT seconds] [SOURCES ...])
#
# One executable tests/<room>/<name>.cpp per test class, registered with ctest as <room>.<name> and run
# offscreen. FINHUB_SHARED_DATA names the folder of test data that nobody here wrote.
function(finhub_test room name)
    cmake_parse_arguments(arg "" "TIMEOUT" "LINKS;SOURCES" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set(target ${room}_${name})
    add_executable(${target} ${name}.cpp ${arg_SOURCES})
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(${target} PRIVATE finhub_flags ${arg_LINKS} Qt6::Test)
    # Optimising a test, GCC 12 sees uninitialised values in moved results that are not there; the rooms
    # themselves are still asked.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    finhub_headers(${target} "${arg_LINKS}")
    target_link_options(${target} PRIVATE ${finhub_test_linker})
    # What moc makes for a test without headers of its own is empty.
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp PROPERTIES
        SKIP_PRECOMPILE_HEADERS ON)
    # Only where they are used: a path in a compile command is a miss in the compiler cache of another checkout.
    file(STRINGS ${name}.cpp uses_paths REGEX "FINHUB_(SOURCE_DIR|TEST_DATA|SHARED_DATA|BIN_DIR)")
    if(uses_paths)
        target_compile_definitions(${target} PRIVATE
            FINHUB_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
            FINHUB_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
            FINHUB_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data"
            FINHUB_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    endif()
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${room}.${name} COMMAND ${target})
    set_tests_properties(${room}.${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=900000;LC_ALL=C.UTF-8;QT_FATAL_WARNINGS=0;ASAN_OPTIONS=detect_leaks=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
