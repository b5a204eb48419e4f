# Run by cpack when everything lies where it is packed from.
file(GLOB_RECURSE folders LIST_DIRECTORIES true ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*)
foreach(folder ${CPACK_TEMPORARY_INSTALL_DIRECTORY} ${folders})
    if(IS_DIRECTORY ${folder})
        file(CHMOD ${folder} PERMISSIONS
            OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    endif()
endforeach()
