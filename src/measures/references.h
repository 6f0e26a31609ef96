// The files of references/ that measures and indicators point into.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "measures/measure.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// sources.yml: the documents by key.
std::map<std::string, SourceDocument> ReadSourceDocuments(const std::string& file,
                                                          std::string_view text,
                                                          DiagnosticSink* sink);

// contacts.yml: the contacts by id.
std::map<std::string, Contact> ReadContacts(const std::string& file, std::string_view text,
                                            DiagnosticSink* sink);

// laws.yml: the texts by id.
std::map<std::string, LawText> ReadLaws(const std::string& file, std::string_view text,
                                        DiagnosticSink* sink);

}  // namespace sekisho
