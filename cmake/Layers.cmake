# One CMake target and one include root per layer.
#
# A layer's headers are included as "<folder>/<file>.h". Its include root is a folder in the build
# tree that holds nothing but a link to the layer's own folder, so a layer can only include what
# its MAY_INCLUDE names: anything else does not compile.
#
#   sekisho_layer(facts_names MAY_INCLUDE core LIBRARIES ICU::uc)
#   sekisho_layer(cli MAY_INCLUDE service core PROGRAM sekisho)
#
# PROGRAM: main.cc of the folder becomes the program of that name in the root of the build folder;
# everything else of the folder stays a library that tests can link.
# What nearly every file includes, compiled once. Only for sanitizers: the release build shows that
# every file names what it uses.
if(SEKISHO_SANITIZE)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/layer_headers.cc CONTENT "")
  add_library(sekisho_layer_headers OBJECT EXCLUDE_FROM_ALL ${PROJECT_BINARY_DIR}/layer_headers.cc)
  target_link_libraries(sekisho_layer_headers PRIVATE sekisho_options absl::statusor
                                                      absl::flat_hash_map)
  target_compile_options(sekisho_layer_headers PRIVATE ${layer_compile_options})
  target_precompile_headers(
    sekisho_layer_headers
    PRIVATE
    <algorithm>
    <array>
    <functional>
    <map>
    <memory>
    <optional>
    <set>
    <span>
    <string>
    <string_view>
    <vector>
    <absl/container/flat_hash_map.h>
    <absl/status/statusor.h>)
endif()

function(sekisho_layer name)
  cmake_parse_arguments(LAYER "" "PROGRAM" "MAY_INCLUDE;LIBRARIES" ${ARGN})
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/src ${CMAKE_CURRENT_SOURCE_DIR})
  set(root ${PROJECT_BINARY_DIR}/include/${name})
  get_filename_component(parent ${root}/${folder} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${folder} SYMBOLIC)

  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  if(LAYER_PROGRAM)
    list(REMOVE_ITEM sources ${CMAKE_CURRENT_SOURCE_DIR}/main.cc)
  endif()
  add_library(sekisho_${name} STATIC ${sources})
  target_include_directories(sekisho_${name} PUBLIC ${root})
  if(SEKISHO_SANITIZE)
    target_compile_options(sekisho_${name} PRIVATE ${layer_compile_options})
    target_precompile_headers(sekisho_${name} REUSE_FROM sekisho_layer_headers)
  endif()
  list(TRANSFORM LAYER_MAY_INCLUDE PREPEND sekisho_)
  target_link_libraries(sekisho_${name} PUBLIC ${LAYER_MAY_INCLUDE} ${LAYER_LIBRARIES}
                                               sekisho_options)

  if(LAYER_PROGRAM)
    add_executable(${LAYER_PROGRAM} main.cc)
    target_link_libraries(${LAYER_PROGRAM} PRIVATE sekisho_${name})
    sekisho_program_options(${LAYER_PROGRAM})
    set_target_properties(${LAYER_PROGRAM} PROPERTIES
                          RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  endif()
endfunction()
