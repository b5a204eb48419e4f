# Relative to src/views.
set(FINHUB_WIDGET_SOURCES
    widgets/busybar.cpp
    widgets/chip.cpp
    widgets/chippainter.cpp
    widgets/copybutton.cpp
    widgets/documentcanvas.cpp
    widgets/elidedlabel.cpp
    widgets/keyhint.cpp
    widgets/pagepainter.cpp
    widgets/pageview.cpp
    widgets/plaintext.cpp
    widgets/secretfield.cpp
    widgets/skeleton.cpp
    widgets/stageblocks.cpp
    widgets/statepanel.cpp
    widgets/steppainter.cpp
    widgets/stepper.cpp)
