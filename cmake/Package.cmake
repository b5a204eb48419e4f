# The Debian package: cpack -G DEB in the build folder, once the programs are built.
#
# Nothing of the machine or the minute goes into it: owners are root, the order is by name, every time is that of the
# last change in the history or of SOURCE_DATE_EPOCH (cmake/PackageTime.cmake), and folders have the same rights under
# every umask (cmake/PackageFolders.cmake).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME finhub-console)
set(CPACK_PACKAGE_VENDOR "FinHub Console maintainers")
set(FINHUB_PACKAGE_CONTACT "FinHub Console maintainers <maintainers@finhub.cloud>" CACHE STRING
    "Who is named as the maintainer of the package")
set(CPACK_PACKAGE_CONTACT "${FINHUB_PACKAGE_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop console for KYC review on FinHub")
set(CPACK_PACKAGE_DESCRIPTION
"Compliance officers read a customer's documents beside what the customer
declared and decide the KYC case on FinHub; support staff see at once where
a customer stands and what blocks them.
.
A simulator of FinHub comes along, so that a demonstration needs neither an
account nor a network.")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://finhub.cloud")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/cmake/PackageTime.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/cmake/PackageFolders.cmake)
set(CPACK_FINHUB_SOURCE_DIR ${CMAKE_SOURCE_DIR})

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# What the programs link is read from them. What they load by name has to be said: the embedded sandbox keeps its
# customers in SQLite, and its specimens are drawn in DejaVu.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "bubblewrap")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland, libqt6sql6-psql")
if(TARGET finhub-zone-reader)
    string(APPEND CPACK_DEBIAN_PACKAGE_RECOMMENDS ", tesseract-ocr-eng")
endif()

# What Debian's policy asks for besides.
set(doc_folder ${CMAKE_INSTALL_DATADIR}/doc/finhub-console)
finhub_install_compressed(packaging/debian/changelog changelog.Debian ${doc_folder})
finhub_install_compressed(CHANGELOG.md changelog ${doc_folder})
install(FILES packaging/debian/copyright DESTINATION ${doc_folder})
install(FILES packaging/debian/lintian-overrides
    DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME finhub-console)

include(CPack)
