# Read by cpack before it packs: every time in a package is the one in SOURCE_DATE_EPOCH. Where nobody has set it, it
# is that of the last commit, or without a history that of the changelog.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND git -C ${CPACK_FINHUB_SOURCE_DIR} log -1 --format=%ct
        OUTPUT_VARIABLE time OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    if(failed)
        file(TIMESTAMP ${CPACK_FINHUB_SOURCE_DIR}/CHANGELOG.md time "%s" UTC)
    endif()
    set(ENV{SOURCE_DATE_EPOCH} ${time})
endif()
