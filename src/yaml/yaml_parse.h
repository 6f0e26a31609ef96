// One YAML document through the event interface of libyaml, with limits on what it may become.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "yaml/yaml.h"

namespace sekisho {

// Nothing when the document has an error (reported) or is empty. `first_line` is the line of the
// file where `text` starts.
std::optional<YamlNode> ParseYamlDocument(const std::string& file, std::string_view text,
                                          int first_line, DiagnosticSink* sink);

// `node` and all values below it.
size_t CountNodes(const YamlNode& node);

}  // namespace sekisho
