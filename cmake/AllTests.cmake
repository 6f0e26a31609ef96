# Writes build/all: one ctest run over the release build and both sanitizer builds.
#
#   cmake -P cmake/AllTests.cmake && ctest --test-dir build/all
get_filename_component(root ${CMAKE_CURRENT_LIST_DIR}/.. ABSOLUTE)
set(text "")
foreach(build release asan tsan)
  string(APPEND text "subdirs(\"${root}/build/${build}\")\n")
endforeach()
file(WRITE ${root}/build/all/CTestTestfile.cmake "${text}")
