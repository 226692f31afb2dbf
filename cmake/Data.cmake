# The compiled data folder beside the binary: built from the shipped geodata/ whenever that, or the compiler of it, changes.
set(BORDERMAP_DATA_DIR ${CMAKE_BINARY_DIR}/geodata)
file(GLOB_RECURSE shipped CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/geodata/shapes/* ${PROJECT_SOURCE_DIR}/geodata/tables/*
    ${PROJECT_SOURCE_DIR}/geodata/curated/* ${PROJECT_SOURCE_DIR}/geodata/lexicon/* ${PROJECT_SOURCE_DIR}/geodata/catalog.json)
set(data_stamp ${CMAKE_BINARY_DIR}/geodata.stamp)
set(data_compiler $<TARGET_FILE:bordermap>)
add_custom_command(OUTPUT ${data_stamp}
    COMMAND bordermap geodata build --from ${PROJECT_SOURCE_DIR}/geodata --into ${BORDERMAP_DATA_DIR} --quiet
    COMMAND ${CMAKE_COMMAND} -E touch ${data_stamp}
    DEPENDS ${shipped} gazetteer geodata geometry
    COMMENT "Building the data folder" VERBATIM)
add_custom_target(data ALL DEPENDS ${data_stamp})
add_dependencies(data bordermap)
set(styles_link ${CMAKE_BINARY_DIR}/styles)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/styles ${styles_link} SYMBOLIC)
install(DIRECTORY ${BORDERMAP_DATA_DIR}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bordermap/geodata)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/styles/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bordermap/styles)
