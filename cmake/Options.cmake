# What every target of ours is compiled with.
add_library(sekisho_options INTERFACE)
target_compile_options(sekisho_options INTERFACE -Wall -Wextra -Werror -fno-omit-frame-pointer)
# g++ 12 and later warn falsely on std::string concatenation (GCC bug 105651).
target_compile_options(sekisho_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

# Optimised enough to run the whole test suite, cheap enough to compile on two cores.
set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g1 -DNDEBUG")
if(SEKISHO_SANITIZE)
  target_compile_options(sekisho_options INTERFACE -fsanitize=${SEKISHO_SANITIZE}
                                                   -fno-sanitize-recover=all)
  target_link_options(sekisho_options INTERFACE -fsanitize=${SEKISHO_SANITIZE})
  # The distribution's Abseil is built without sanitizers. Without this, its headers (2023 and
  # later) would lay out hash tables in another way than the library does.
  target_compile_definitions(sekisho_options INTERFACE NDEBUG_SANITIZER _GLIBCXX_ASSERTIONS)
endif()

# Of whatever includes precompiled headers, which are compiled for one set of macros: all have
# -pthread, because some do. g++ 12 warns falsely of texts in such files; the others are for ccache.
set(precompiled_options
    -pthread
    "$<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;-Wno-array-bounds;-Wno-stringop-overflow>"
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")

# Every program of ours passes through here.
function(sekisho_program_options name)
  if(SEKISHO_SANITIZE MATCHES "address")
    target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/asan_options.cc)
  endif()
endfunction()

if(SEKISHO_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "SEKISHO_FUZZ needs clang++: libFuzzer is part of clang")
  endif()
endif()

# Of our layers in a sanitizer build. What fuzzing watches is them, not the tests.
set(layer_compile_options ${precompiled_options})
if(SEKISHO_FUZZ)
  list(APPEND layer_compile_options -fsanitize=fuzzer-no-link)
endif()
