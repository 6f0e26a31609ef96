# make install: the program, the data it reads, and the documentation.
if(TARGET sekisho)
  install(TARGETS sekisho RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
foreach(folder indicators mappings measures policy questionnaires schema
               references)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${folder})
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/sekisho)
  endif()
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
