# The language and the warnings of all of our code.
set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
add_compile_definitions(_GNU_SOURCE)
set(CMAKE_CXX_STANDARD 17)
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual -Wpointer-arith -Wwrite-strings
    -Wundef -Wvla -Wformat=2 -Wno-format-nonliteral -Wimplicit-fallthrough -Wnull-dereference -fno-common -ffp-contract=off
    $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes> $<$<COMPILE_LANGUAGE:C>:-Wmissing-prototypes> $<$<COMPILE_LANGUAGE:C>:-Wold-style-definition>)
option(BORDERMAP_WERROR "Warnings are errors" ON)
if(BORDERMAP_WERROR)
    add_compile_options(-Werror)
endif()
option(BORDERMAP_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
if(BORDERMAP_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=address,undefined)
endif()
