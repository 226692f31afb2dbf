# Loadable parts: what needs many foreign libraries is a library of its own (bordermap-<name>.so), which the program opens when it is
# wanted (src/parts/part.h). Stages know nothing of it: in the program, the functions of a part's table are those of its front.
# Sanitized builds link the stages themselves: the sanitizers keep dlopen() from the run path.
set(parts_wanted ON)
if(BORDERMAP_SANITIZE OR BORDERMAP_SANITIZE_THREADS)
    set(parts_wanted OFF)
endif()
option(BORDERMAP_PARTS "GDAL and what draws are loadable parts; OFF = linked into the program" ${parts_wanted})
set(BORDERMAP_PART_DIR ${CMAKE_INSTALL_LIBDIR}/bordermap)
file(RELATIVE_PATH to_parts /${CMAKE_INSTALL_BINDIR} /${BORDERMAP_PART_DIR})

# add_fronts(parts USES stages…): what the program has in the place of its parts.
function(add_fronts name)
    cmake_parse_arguments(PARSE_ARGV 1 FRONT "" "" "USES")
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/part.c ${PROJECT_SOURCE_DIR}/src/${name}/*_front.c)
    add_library(${name} OBJECT ${sources})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src/${name})
    foreach(stage ${FRONT_USES})
        target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src/${stage})
    endforeach()
    target_compile_definitions(${name} PRIVATE BORDERMAP_VERSION="${PROJECT_VERSION}")
endfunction()

# add_part(name STAGES stages… FRONTS files…): bordermap-<name>.so of src/parts/<name>_part.c and what that needs of the stages;
# the fronts are those of the parts that it opens itself.
function(add_part name)
    cmake_parse_arguments(PARSE_ARGV 1 PART "" "" "STAGES;FRONTS")
    add_library(bordermap-${name} MODULE ${PROJECT_SOURCE_DIR}/src/parts/${name}_part.c ${PART_FRONTS})
    target_include_directories(bordermap-${name} PRIVATE $<TARGET_PROPERTY:parts,INCLUDE_DIRECTORIES>)
    target_compile_definitions(bordermap-${name} PRIVATE BORDERMAP_VERSION="${PROJECT_VERSION}")
    target_link_libraries(bordermap-${name} PRIVATE ${PART_STAGES})
    target_link_options(bordermap-${name} PRIVATE LINKER:--as-needed,--exclude-libs,ALL,-z,defs)
    set_target_properties(bordermap-${name} PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/bordermap
        INSTALL_RPATH "$ORIGIN" BUILD_WITH_INSTALL_RPATH ON)
    install(TARGETS bordermap-${name} LIBRARY DESTINATION ${BORDERMAP_PART_DIR})
endfunction()

# load_parts(program): gives the program the fronts, and says where the parts lie.
function(load_parts program)
    target_link_libraries(${program} PRIVATE parts)
    target_link_options(${program} PRIVATE LINKER:--as-needed)
    set_target_properties(${program} PROPERTIES INSTALL_RPATH "$ORIGIN/${to_parts};$ORIGIN/lib/bordermap"
        BUILD_WITH_INSTALL_RPATH ON)
endfunction()
