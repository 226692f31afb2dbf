# The compiled data folder beside the binary: built from the shipped geodata/ whenever that, or the compiler of it, changes.
# BORDERMAP_DATA_FROM names a folder that another build has compiled already: then that one is linked.
set(BORDERMAP_DATA_FROM "" CACHE PATH "A compiled data folder to use instead of building one")
set(BORDERMAP_DATA_DIR ${CMAKE_BINARY_DIR}/geodata)
if(BORDERMAP_DATA_FROM)
    file(CREATE_LINK ${BORDERMAP_DATA_FROM} ${BORDERMAP_DATA_DIR} SYMBOLIC)
    add_custom_target(data)
else()
    file(GLOB_RECURSE shipped CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/geodata/shapes/* ${PROJECT_SOURCE_DIR}/geodata/tables/*
        ${PROJECT_SOURCE_DIR}/geodata/curated/* ${PROJECT_SOURCE_DIR}/geodata/lexicon/* ${PROJECT_SOURCE_DIR}/geodata/catalog.json)
    set(data_stamp ${CMAKE_BINARY_DIR}/geodata.stamp)
    add_custom_command(OUTPUT ${data_stamp}
        COMMAND bordermap geodata build --from ${PROJECT_SOURCE_DIR}/geodata --into ${BORDERMAP_DATA_DIR} --quiet
        COMMAND ${CMAKE_COMMAND} -E touch ${data_stamp}
        DEPENDS ${shipped} compile geodata gazetteer geometry
        COMMENT "Building the data folder" VERBATIM)
    add_custom_target(data ALL DEPENDS ${data_stamp})
    add_dependencies(data bordermap)
endif()
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/styles ${CMAKE_BINARY_DIR}/styles SYMBOLIC)
install(DIRECTORY ${BORDERMAP_DATA_DIR}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bordermap/geodata)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/styles/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bordermap/styles)
