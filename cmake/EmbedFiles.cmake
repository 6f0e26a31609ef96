# Run by sekisho_embed while building: FILES → a source file OUTPUT with the function FUNCTION.
# Compilers take string literals of any length in pieces, so each file is one.
set(text "#include <string_view>\n\nnamespace sekisho {\n\nstd::string_view ${FUNCTION}() {\n")
string(APPEND text "  static constexpr char kText[] =\n")
foreach(file ${FILES})
  file(READ ${file} content)
  string(FIND "${content}" ")embedded\"" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "${file} holds the mark that ends an embedded text")
  endif()
  string(APPEND text "R\"embedded(${content})embedded\"\n")
endforeach()
string(APPEND text ";\n  return {kText, sizeof(kText) - 1};\n}\n\n}  // namespace sekisho\n")
file(WRITE ${OUTPUT} "${text}")
