#include "yaml/yaml_parse.h"

#include <yaml.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/limits.h"

namespace sekisho {
namespace {

int Depth(const YamlNode& node) {
  int depth = 0;
  for (const YamlNode& item : node.items) depth = std::max(depth, Depth(item));
  for (const YamlEntry& entry : node.entries) depth = std::max(depth, Depth(entry.value));
  return depth + 1;
}

std::string_view TextOf(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// What a plain scalar without a tag is nothing by (YAML 1.2.2, 10.3.2).
bool IsNullText(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// Of one document. Stops at the first thing that cannot be read, which is reported.
class TreeBuilder {
 public:
  TreeBuilder(const std::string& file, int first_line, DiagnosticSink* sink)
      : file_(file), first_line_(first_line), sink_(sink) {}

  std::optional<YamlNode> Take() { return stopped_ ? std::nullopt : std::move(root_); }

  // False when nothing more is to be read.
  bool Add(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_ALIAS_EVENT:
        AddAlias(event);
        break;
      case YAML_SCALAR_EVENT:
        AddScalar(event);
        break;
      case YAML_SEQUENCE_START_EVENT:
        Open(YamlNode::Kind::kSequence, event.start_mark, event.data.sequence_start.anchor,
             event.data.sequence_start.tag, YAML_SEQ_TAG);
        break;
      case YAML_MAPPING_START_EVENT:
        Open(YamlNode::Kind::kMap, event.start_mark, event.data.mapping_start.anchor,
             event.data.mapping_start.tag, YAML_MAP_TAG);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        Close();
        break;
      case YAML_DOCUMENT_END_EVENT:
      case YAML_STREAM_END_EVENT:
        return false;
      default:
        break;
    }
    return !stopped_;
  }

 private:
  struct OpenNode {
    YamlNode node;
    std::string anchor;
    bool key_taken = false;  // a map whose last key waits for its value
    bool duplicate = false;  // … which is dropped because the key stands twice
    std::set<std::string> keys;
  };
  struct Anchored {
    YamlNode node;
    size_t nodes;
    int depth;
  };

  void Refuse(Sk code, int line, int column, std::string message) {
    if (!stopped_) sink_->Report(code, {file_, line, column}, std::move(message));
    stopped_ = true;
  }
  void Refuse(Sk code, const yaml_mark_t& mark, std::string message) {
    Refuse(code, Line(mark), Column(mark), std::move(message));
  }
  void RefuseDepth(const yaml_mark_t& mark) {
    Refuse(Sk::kYamlDepth, mark,
           "more than " + std::to_string(limits::kRuleNestingMax) + " levels of nesting");
  }
  int Line(const yaml_mark_t& mark) const { return first_line_ + static_cast<int>(mark.line); }
  static int Column(const yaml_mark_t& mark) { return static_cast<int>(mark.column) + 1; }

  void CheckSize(int line, int column) {
    if (node_count_ <= limits::kRuleNodesMax) return;
    Refuse(Sk::kYamlSize, line, column,
           "the document has more than " + std::to_string(limits::kRuleNodesMax) +
               " values after its aliases are filled in");
  }

  void CheckTag(const yaml_mark_t& mark, const yaml_char_t* tag, std::string_view allowed) {
    const std::string_view text = TextOf(tag);
    if (text.empty() || text == "!" || text == allowed) return;
    Refuse(Sk::kYamlTag, mark, "the tag \"" + std::string(text) + "\" is not supported");
  }

  YamlNode NewNode(YamlNode::Kind kind, const yaml_mark_t& mark) {
    ++node_count_;
    YamlNode node;
    node.kind = kind;
    node.line = Line(mark);
    node.column = Column(mark);
    CheckSize(node.line, node.column);
    return node;
  }

  void AddScalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nullptr;
    CheckTag(event.start_mark, scalar.tag, YAML_STR_TAG);
    const bool null = plain && IsNullText(text);
    YamlNode node =
        NewNode(null ? YamlNode::Kind::kNull : YamlNode::Kind::kScalar, event.start_mark);
    if (!null) node.text = text;
    node.plain = plain && !null;
    Complete(std::move(node), std::string(TextOf(scalar.anchor)));
  }

  void AddAlias(const yaml_event_t& event) {
    const std::string name(TextOf(event.data.alias.anchor));
    const auto inside = [&](const OpenNode& open) { return open.anchor == name; };
    const auto found = anchors_.find(name);
    if (std::any_of(open_.begin(), open_.end(), inside)) {
      return Refuse(Sk::kYamlSyntax, event.start_mark,
                    "an alias stands inside the value that it repeats");
    }
    if (found == anchors_.end()) {
      return Refuse(
          Sk::kYamlSyntax, event.start_mark,
          "the alias *" + name + " repeats nothing: no value before it is marked &" + name);
    }
    node_count_ += found->second.nodes;
    CheckSize(Line(event.start_mark), Column(event.start_mark));
    if (static_cast<int>(open_.size()) + found->second.depth > limits::kRuleNestingMax) {
      RefuseDepth(event.start_mark);
    }
    if (!stopped_) Complete(YamlNode(found->second.node), {});
  }

  void Open(YamlNode::Kind kind, const yaml_mark_t& mark, const yaml_char_t* anchor,
            const yaml_char_t* tag, std::string_view allowed_tag) {
    CheckTag(mark, tag, allowed_tag);
    if (static_cast<int>(open_.size()) >= limits::kRuleNestingMax) RefuseDepth(mark);
    open_.push_back({NewNode(kind, mark), std::string(TextOf(anchor)), false, false, {}});
  }

  void Close() {
    OpenNode closed = std::move(open_.back());
    open_.pop_back();
    Complete(std::move(closed.node), std::move(closed.anchor));
  }

  void Complete(YamlNode node, std::string anchor) {
    if (!anchor.empty()) {
      // The kept copy counts as well: anchors inside anchors are copied once per level.
      const size_t nodes = CountNodes(node);
      node_count_ += nodes;
      CheckSize(node.line, node.column);
      anchors_[std::move(anchor)] = {node, nodes, Depth(node)};
    }
    if (open_.empty()) {
      root_ = std::move(node);
      root_->damaged = damaged_;
      return;
    }
    OpenNode& parent = open_.back();
    if (parent.node.is_sequence()) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key_taken) {
      TakeKey(&parent, node);
    } else {
      if (!parent.duplicate) parent.node.entries.back().value = std::move(node);
      parent.key_taken = false;
    }
  }

  void TakeKey(OpenNode* parent, const YamlNode& key) {
    const SourcePlace place{file_, key.line, key.column};
    const size_t errors = sink_->errors();
    parent->key_taken = true;
    parent->duplicate = true;  // until the key proves usable
    if (!key.is_scalar()) {
      sink_->Report(Sk::kYamlKey, place,
                    "a key must be a text; here stands " + std::string(DescribeKind(key)));
    } else if (key.plain && key.text == "<<") {
      sink_->Report(Sk::kYamlTag, place, "merge keys are not supported: write the values out");
    } else if (!parent->keys.insert(key.text).second) {
      sink_->Report(Sk::kDuplicateKey, place,
                    "the key \"" + key.text + "\" stands twice in this map; the first one counts");
    } else {
      parent->duplicate = false;
      parent->node.entries.push_back({key.text, key.line, key.column, YamlNode()});
    }
    if (sink_->errors() != errors) damaged_ = true;
  }

  const std::string& file_;
  const int first_line_;
  DiagnosticSink* const sink_;
  std::vector<OpenNode> open_;
  std::map<std::string, Anchored> anchors_;
  size_t node_count_ = 0;
  bool damaged_ = false;
  bool stopped_ = false;
  std::optional<YamlNode> root_;
};

// The first line at or above `line` whose indentation holds a tab; 0 when there is none. YAML
// readers report tabs as something else, somewhere near.
int TabLine(std::string_view text, int line) {
  int number = 0;
  int found = 0;
  for (size_t at = 0; at < text.size() && number <= line;) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view row = text.substr(at, end - at);
    const size_t indent = row.find_first_not_of(' ');
    const bool tab = indent != std::string_view::npos && row[indent] == '\t' &&
                     row.find_first_not_of(" \t\r") != std::string_view::npos;
    if (tab && number + 2 >= line) found = number + 1;
    at = end + 1;
    ++number;
  }
  return found;
}

void ReportSyntax(const std::string& file, std::string_view text, int first_line,
                  const yaml_parser_t& parser, DiagnosticSink* sink) {
  const bool scanned = parser.error == YAML_SCANNER_ERROR || parser.error == YAML_PARSER_ERROR;
  const int line = scanned ? static_cast<int>(parser.problem_mark.line) : 0;
  const int tab = TabLine(text, line);
  if (tab != 0) {
    sink->Report(Sk::kYamlTab, {file, first_line + tab - 1, 1},
                 "this line is indented with a tab; YAML allows spaces only");
    return;
  }
  std::string message = "not valid YAML: ";
  message += parser.problem == nullptr ? "the reader gave up" : parser.problem;
  // Where what is not complete begins is often where the mistake is.
  if (scanned && parser.context != nullptr && parser.context_mark.line < parser.problem_mark.line) {
    message += " (" + std::string(parser.context) + " of line " +
               std::to_string(first_line + static_cast<int>(parser.context_mark.line)) + ")";
  }
  const int column = scanned ? static_cast<int>(parser.problem_mark.column) + 1 : 1;
  sink->Report(Sk::kYamlSyntax, {file, first_line + line, column}, std::move(message));
}

}  // namespace

size_t CountNodes(const YamlNode& node) {
  size_t count = 1;
  for (const YamlNode& item : node.items) count += CountNodes(item);
  for (const YamlEntry& entry : node.entries) count += CountNodes(entry.value);
  return count;
}

std::optional<YamlNode> ParseYamlDocument(const std::string& file, std::string_view text,
                                          int first_line, DiagnosticSink* sink) {
  yaml_parser_t parser;
  if (yaml_parser_initialize(&parser) == 0) {
    sink->Report(Sk::kYamlSyntax, {file, first_line, 1}, "no memory for the YAML reader");
    return std::nullopt;
  }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  TreeBuilder builder(file, first_line, sink);
  bool valid = true;
  for (bool more = true; more;) {
    yaml_event_t event;
    valid = yaml_parser_parse(&parser, &event) != 0;
    if (!valid) {
      ReportSyntax(file, text, first_line, parser, sink);
      break;
    }
    more = builder.Add(event);
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return valid ? builder.Take() : std::nullopt;
}

}  // namespace sekisho
