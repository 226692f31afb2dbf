# What makes an error of memory an end and not a way in: checked string functions, a guard on the stack, addresses that differ from
# run to run, tables of the loader that cannot be written, jumps to the start of functions only. tests/house/hardened.sh reads the binary.
include(CheckCCompilerFlag)
if(NOT BORDERMAP_SANITIZE AND CMAKE_BUILD_TYPE MATCHES "Release|RelWithDebInfo")
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
add_compile_options(-fstack-protector-strong -fstack-clash-protection)
check_c_compiler_flag(-fcf-protection=full BORDERMAP_HAS_CET)
if(BORDERMAP_HAS_CET)
    add_compile_options(-fcf-protection=full)
endif()
# Position-independent executables are what Debian's compilers make; modules say -fPIC themselves.
add_link_options(LINKER:-z,relro LINKER:-z,now LINKER:-z,noexecstack)
