# finhub_library(<room> SOURCES ... [LINKS ...] [PRIVATE_LINKS ...])
#
# One static library per folder of src/. LINKS are what the room's row in docs/architecture.md allows its
# headers to show; PRIVATE_LINKS stay inside its .cpp files. Includes are written "room/file.h".
function(finhub_library room)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(finhub_${room} STATIC ${arg_SOURCES})
    target_include_directories(finhub_${room} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(finhub_${room} PUBLIC ${arg_LINKS} PRIVATE finhub_flags ${arg_PRIVATE_LINKS})
    finhub_headers(finhub_${room} "${arg_LINKS}")
endfunction()

# finhub_program(<name> SOURCES ... LINKS ...): an executable with the flags of the house.
function(finhub_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    # Debian's compiler does this by itself, others do not.
    target_link_options(${name} PRIVATE -pie)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} PRIVATE finhub_flags ${arg_LINKS})
    finhub_headers(${name} "${arg_LINKS}")
endfunction()
