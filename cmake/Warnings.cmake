# One interface target carries every compiler and linker flag of the house.
add_library(finhub_flags INTERFACE)

# To clang a constructor's parameter named like a field is a shadow as well; here that is a habit.
target_compile_options(finhub_flags INTERFACE
    -Wall -Wextra -Wpedantic $<$<CXX_COMPILER_ID:GNU>:-Wshadow> -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    -Wunused -Wformat=2 -Wimplicit-fallthrough
    -fstack-protector-strong)
target_compile_definitions(finhub_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(FINHUB_WERROR)
    target_compile_options(finhub_flags INTERFACE -Werror)
endif()

if(FINHUB_SANITIZE)
    target_compile_options(finhub_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    # Qt and C libraries call through pointers to functions of another, compatible type.
    target_compile_options(finhub_flags INTERFACE $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
    # What the sanitizers add to the code makes GCC 12 see uninitialised values that are not there; the release
    # build still asks for this warning.
    target_compile_options(finhub_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(finhub_flags INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(finhub_flags INTERFACE FINHUB_SANITIZED)
endif()

if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(finhub_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    target_link_options(finhub_flags INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
endif()
