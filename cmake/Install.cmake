# Where an installed console has its parts. The document worker is no command for people: the console looks for
# it in ../libexec/finhub-console beside its own folder.
include(GNUInstallDirs)

foreach(program finhub-console finhub-sandbox)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
        install(FILES packaging/man/${program}.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    endif()
endforeach()
if(TARGET finhub-document-worker)
    install(TARGETS finhub-document-worker RUNTIME DESTINATION libexec/finhub-console)
    if(TARGET finhub-zone-reader)
        install(TARGETS finhub-zone-reader RUNTIME DESTINATION libexec/finhub-console)
    endif()
    install(FILES packaging/man/finhub-document-worker.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()

install(FILES packaging/finhub-console.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/cloud.finhub.console.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/finhub-console.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
