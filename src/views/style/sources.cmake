# Relative to src/views.
set(FINHUB_STYLE_SOURCES
    style/basestyle.cpp
    style/buttonkind.cpp
    style/controlgeometry.cpp
    style/controlpainter.cpp
    style/icons.cpp
    style/stylesheet.cpp
    style/textscale.cpp
    style/theme.cpp
    style/thememanager.cpp
    ${CMAKE_SOURCE_DIR}/resources/icons.qrc)
