# How tests are declared. The same lines serve the release build and the sanitizer builds; there the
# names of the tests start with "asan." or "tsan.".
include(GoogleTest)

# ThreadSanitizer of g++ 12 and clang 14 dies where the kernel randomises more than 28 bits of an
# address, so its tests run without randomisation if this machine allows that.
if(SEKISHO_SANITIZE STREQUAL "thread")
  find_program(SETARCH setarch)
  if(SETARCH)
    execute_process(COMMAND ${SETARCH} -R true RESULT_VARIABLE refused OUTPUT_QUIET ERROR_QUIET)
    if(refused EQUAL 0)
      set(CMAKE_CROSSCOMPILING_EMULATOR ${SETARCH} -R)
    endif()
  endif()
endif()

# What most tests include, compiled once for all of them; two of three include Abseil's, by way of
# the headers under test. Tests are compiled with less optimisation than what they test.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/test_headers.cc CONTENT "")
add_library(sekisho_test_headers OBJECT EXCLUDE_FROM_ALL ${PROJECT_BINARY_DIR}/test_headers.cc)
target_link_libraries(sekisho_test_headers PRIVATE sekisho_options GTest::gtest rapidcheck
                                                   absl::statusor absl::flat_hash_map)
target_precompile_headers(
  sekisho_test_headers
  PRIVATE
  <algorithm>
  <array>
  <functional>
  <optional>
  <span>
  <variant>
  <gtest/gtest.h>
  <rapidcheck/gtest.h>
  <absl/container/flat_hash_map.h>
  <absl/status/statusor.h>)
# Clang takes less than half the time for the instrumented code of a test at -O0, and no check is
# lost there; what is under test keeps its -O1.
if(SEKISHO_SANITIZE MATCHES "address")
  set(test_compile_options -O0 ${precompiled_options})
else()
  set(test_compile_options -O1 ${precompiled_options})
endif()
target_compile_options(sekisho_test_headers PRIVATE ${test_compile_options})

# Compiles a target of the tests with those options and headers. Precompiled headers are refused
# where the macros that come with a library differ, so all of them link the same.
function(sekisho_compile_as_test name)
  target_link_libraries(${name} PRIVATE sekisho_options GTest::gtest rapidcheck)
  target_compile_options(${name} PRIVATE ${test_compile_options})
  target_precompile_headers(${name} REUSE_FROM sekisho_test_headers)
endfunction()

# One program of the *_test.cc files of this folder.
#
#   sekisho_tests(rules_tests LAYERS rules core)
#
# LAYERS       the layers under test, by the names given to sekisho_layer
# LIBRARIES    further libraries
# CONCURRENT   threads are involved: also run under ThreadSanitizer (others are not built there)
#
# GoogleTest, its main() and RapidCheck are linked. SEKISHO_SOURCE_DIR is the root of the sources.
function(sekisho_tests name)
  cmake_parse_arguments(TEST "CONCURRENT" "" "LAYERS;LIBRARIES" ${ARGN})
  if(SEKISHO_SANITIZE STREQUAL "thread" AND NOT TEST_CONCURRENT)
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  add_executable(${name} ${sources})
  sekisho_program_options(${name})
  list(TRANSFORM TEST_LAYERS PREPEND sekisho_)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE SEKISHO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  sekisho_compile_as_test(${name})
  target_link_libraries(${name} PRIVATE ${TEST_LAYERS} ${TEST_LIBRARIES} sekisho_options
                                        GTest::gtest_main rapidcheck)
  gtest_discover_tests(${name} TEST_PREFIX "${SEKISHO_TEST_PREFIX}" DISCOVERY_TIMEOUT 120
                       WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTIES TIMEOUT 600)
endfunction()

# One Python script as a test; only in the build without sanitizers.
#
#   sekisho_script_test(tidy ${CMAKE_CURRENT_SOURCE_DIR}/tidy.py ARGUMENT…)
function(sekisho_script_test name script)
  if(SEKISHO_SANITIZE)
    return()
  endif()
  add_test(NAME ${name} COMMAND Python3::Interpreter ${script} ${ARGN}
           WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1"
                                          SKIP_RETURN_CODE 77)
endfunction()

# One libFuzzer target, built where SEKISHO_FUZZ is on. Its committed corpus is replayed, then it
# runs for FUZZ_SECONDS of the environment (default 10). New inputs stay in the build folder.
#
#   sekisho_fuzz(event_reader_fuzz SOURCE event_reader_fuzz.cc CORPUS corpus/event LAYERS ingest)
function(sekisho_fuzz name)
  cmake_parse_arguments(FUZZ "" "SOURCE;CORPUS" "LAYERS;LIBRARIES" ${ARGN})
  if(NOT SEKISHO_FUZZ)
    return()
  endif()
  add_executable(${name} ${FUZZ_SOURCE})
  sekisho_program_options(${name})
  list(TRANSFORM FUZZ_LAYERS PREPEND sekisho_)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE SEKISHO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${FUZZ_LAYERS} ${FUZZ_LIBRARIES} sekisho_options)
  target_compile_options(${name} PRIVATE ${layer_compile_options})
  target_precompile_headers(${name} REUSE_FROM sekisho_layer_headers)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_test(NAME fuzz.${name} COMMAND ${PROJECT_SOURCE_DIR}/tools/fuzz_smoke.sh
           $<TARGET_FILE:${name}> ${CMAKE_CURRENT_SOURCE_DIR}/${FUZZ_CORPUS})
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz)
endfunction()
