# No test has to be built before something is installed or packed; the programs are.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

# Where an installed console has its parts. The document worker is no command for people: the console looks for
# it in ../libexec/finhub-console beside its own folder.
include(GNUInstallDirs)

# finhub_install_compressed(<file> <name> <folder>): compressed as every system reads it, without a name or a time in it.
find_program(GZIP_PROGRAM gzip REQUIRED)
function(finhub_install_compressed file name folder)
    set(out ${CMAKE_BINARY_DIR}/packaging/${name}.gz)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/packaging)
    execute_process(COMMAND ${GZIP_PROGRAM} -9nc ${CMAKE_SOURCE_DIR}/${file} OUTPUT_FILE ${out}
        COMMAND_ERROR_IS_FATAL ANY)
    set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${file})
    install(FILES ${out} DESTINATION ${folder})
endfunction()
function(finhub_install_manual page)
    finhub_install_compressed(packaging/man/${page} ${page} ${CMAKE_INSTALL_MANDIR}/man1)
endfunction()

foreach(program finhub-console finhub-sandbox)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
        finhub_install_manual(${program}.1)
    endif()
endforeach()
if(TARGET finhub-document-worker)
    install(TARGETS finhub-document-worker RUNTIME DESTINATION libexec/finhub-console)
    if(TARGET finhub-zone-reader)
        install(TARGETS finhub-zone-reader RUNTIME DESTINATION libexec/finhub-console)
    endif()
    finhub_install_manual(finhub-document-worker.1)
endif()

install(FILES packaging/finhub-console.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/cloud.finhub.console.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/finhub-console.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
