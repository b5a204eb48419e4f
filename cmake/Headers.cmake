# finhub_headers(<target> <links>): compiles the target with the Qt and standard headers read once for everybody, which
# halves the time a source takes. There are two sets, because GCC takes a precompiled header only where the macros it
# was made with are defined: one for rooms without widgets, one for those with.
#
# Sources include what they use all the same: clang gets no precompiled header where it reads them for clang-tidy.
option(FINHUB_PRECOMPILED_HEADERS "Read the Qt headers once for all sources" ON)

set(finhub_core_headers
    <algorithm> <array> <chrono> <cmath> <functional> <limits> <map> <memory> <optional> <set> <span> <string>
    <string_view> <utility> <variant> <vector> <tl/expected.hpp>
    <QByteArray> <QByteArrayView> <QCoreApplication> <QCryptographicHash> <QDate> <QDateTime> <QDir> <QFile>
    <QFileInfo> <QHash> <QJsonDocument> <QJsonObject> <QList> <QLocale> <QLoggingCategory> <QMap> <QMetaEnum>
    <QObject> <QPointer> <QRandomGenerator> <QRegularExpression> <QSet> <QString> <QStringList> <QThread> <QTimer>
    <QUrl> <QUuid> <QVariant>)
set(finhub_widgets_headers
    <QAbstractButton> <QAbstractItemModel> <QApplication> <QBoxLayout> <QComboBox> <QDialog> <QEvent> <QGridLayout>
    <QImage> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QMenu> <QPainter> <QPainterPath> <QPlainTextEdit>
    <QPushButton> <QScrollArea> <QShortcut> <QStyle> <QStyledItemDelegate> <QTableView> <QToolButton> <QWidget>)

if(FINHUB_PRECOMPILED_HEADERS AND (CMAKE_CXX_COMPILER_ID STREQUAL "GNU" OR FINHUB_SANITIZE))
    # Lets ccache see in a preprocessed source which precompiled header it uses; clang's ccache needs one without a date.
    target_compile_options(finhub_flags INTERFACE
        $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
    # To clang a large precompiled header costs nothing, it reads what is used. GCC reads all of it for every source.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        list(APPEND finhub_core_headers <nlohmann/json.hpp>)
        list(APPEND finhub_widgets_headers <QSignalSpy> <QTest>)
    endif()
    file(WRITE ${CMAKE_BINARY_DIR}/headers.cpp "// The precompiled headers need a target, and a target needs a source.\n")
    add_library(finhub_headers_core OBJECT ${CMAKE_BINARY_DIR}/headers.cpp)
    target_link_libraries(finhub_headers_core PRIVATE finhub_flags Qt6::Core tl::expected)
    target_precompile_headers(finhub_headers_core PRIVATE ${finhub_core_headers})
    add_library(finhub_headers_widgets OBJECT ${CMAKE_BINARY_DIR}/headers.cpp)
    target_link_libraries(finhub_headers_widgets PRIVATE finhub_flags Qt6::Widgets tl::expected
        $<$<CXX_COMPILER_ID:Clang>:Qt6::Test>)
    target_precompile_headers(finhub_headers_widgets PRIVATE ${finhub_core_headers} ${finhub_widgets_headers})
endif()

function(finhub_headers target links)
    if(NOT TARGET finhub_headers_core)
        return()
    endif()
    if("${links}" MATCHES "Qt6::Widgets|finhub_(views|walkthrough|app)|e2e_console")
        target_precompile_headers(${target} REUSE_FROM finhub_headers_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM finhub_headers_core)
    endif()
endfunction()
