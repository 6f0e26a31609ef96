# Text files that become part of the program.
#
#   sekisho_embed(report Script page/words.js page/main.js)
#
# makes the function `std::string_view Script()` in namespace sekisho, declared by the layer itself:
# the files one behind the other. A layer that embeds is declared first.
function(sekisho_embed layer function)
  set(files ${ARGN})
  list(TRANSFORM files PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cc)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DFUNCTION=${function} -DOUTPUT=${source} "-DFILES=${files}"
            -P ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake
    VERBATIM)
  target_sources(sekisho_${layer} PRIVATE ${source})
endfunction()
