# Relative to src/views.
set(FINHUB_PALETTE_SOURCES
    palette/commandpalette.cpp
    palette/customersearch.cpp
    palette/palettedelegate.cpp
    palette/palettedesk.cpp
    palette/paletteitem.cpp
    palette/palettemodel.cpp)
