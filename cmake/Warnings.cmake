# The language and the warnings of all of our code.
set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
add_compile_definitions(_GNU_SOURCE)
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes -Wmissing-prototypes
    -Wold-style-definition -Wcast-qual -Wpointer-arith -Wwrite-strings -Wundef -Wvla -Wformat=2 -Wno-format-nonliteral
    -Wimplicit-fallthrough -Wnull-dereference -fno-common -ffp-contract=off)
option(BORDERMAP_WERROR "Warnings are errors" ON)
if(BORDERMAP_WERROR)
    add_compile_options(-Werror)
endif()
option(BORDERMAP_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
if(BORDERMAP_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=address,undefined)
endif()
