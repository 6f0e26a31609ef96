# One CMake target and one include root per layer.
#
# A layer's headers are included as "<folder>/<file>.h". Its include root is a folder in the build
# tree that holds nothing but a link to the layer's own folder, so a layer can only include what
# its MAY_INCLUDE names: anything else does not compile.
#
#   sekisho_layer(facts_names MAY_INCLUDE core LIBRARIES ICU::uc)
function(sekisho_layer name)
  cmake_parse_arguments(LAYER "" "" "MAY_INCLUDE;LIBRARIES" ${ARGN})
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/src ${CMAKE_CURRENT_SOURCE_DIR})
  set(root ${PROJECT_BINARY_DIR}/include/${name})
  get_filename_component(parent ${root}/${folder} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${folder} SYMBOLIC)

  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  add_library(sekisho_${name} STATIC ${sources})
  target_include_directories(sekisho_${name} PUBLIC ${root})
  list(TRANSFORM LAYER_MAY_INCLUDE PREPEND sekisho_)
  target_link_libraries(sekisho_${name} PUBLIC ${LAYER_MAY_INCLUDE} ${LAYER_LIBRARIES} sekisho_options)
endfunction()
