#include "yaml/yaml_parse.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "core/limits.h"

namespace sekisho {
namespace {

// Thrown out of the handler to stop yaml-cpp at a limit; caught in ParseYamlDocument.
struct Refused {
  Sk code;
  int line;
  int column;
  std::string message;
};

size_t CountNodes(const YamlNode& node) {
  size_t count = 1;
  for (const YamlNode& item : node.items) count += CountNodes(item);
  for (const YamlEntry& entry : node.entries) count += CountNodes(entry.value);
  return count;
}

int Depth(const YamlNode& node) {
  int depth = 0;
  for (const YamlNode& item : node.items) depth = std::max(depth, Depth(item));
  for (const YamlEntry& entry : node.entries) depth = std::max(depth, Depth(entry.value));
  return depth + 1;
}

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& file, int first_line, DiagnosticSink* sink)
      : file_(file), first_line_(first_line), sink_(sink) {}

  std::optional<YamlNode> Take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Complete(NewNode(YamlNode::Kind::kNull, mark), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      Refuse(Sk::kYamlSyntax, mark, "an alias stands inside the value that it repeats");
    }
    node_count_ += found->second.nodes;
    CheckSize(Line(mark), mark.column + 1);
    if (static_cast<int>(open_.size()) + found->second.depth > limits::kRuleNestingMax) {
      RefuseDepth(mark);
    }
    Complete(YamlNode(found->second.node), 0);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = NewNode(YamlNode::Kind::kScalar, mark);
    CheckTag(mark, tag, "tag:yaml.org,2002:str");
    node.text = value;
    node.plain = tag == "?";
    Complete(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    CheckTag(mark, tag, "tag:yaml.org,2002:seq");
    Open(YamlNode::Kind::kSequence, mark, anchor);
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    CheckTag(mark, tag, "tag:yaml.org,2002:map");
    Open(YamlNode::Kind::kMap, mark, anchor);
  }
  void OnMapEnd() override { Close(); }

 private:
  struct OpenNode {
    YamlNode node;
    YAML::anchor_t anchor;
    bool key_taken = false;  // a map whose last key waits for its value
    bool duplicate = false;  // … which is dropped because the key stands twice
    std::set<std::string> keys;
  };
  struct Anchored {
    YamlNode node;
    size_t nodes;
    int depth;
  };

  [[noreturn]] void Refuse(Sk code, const YAML::Mark& mark, std::string message) const {
    throw Refused{code, Line(mark), mark.column + 1, std::move(message)};
  }
  [[noreturn]] void RefuseDepth(const YAML::Mark& mark) const {
    Refuse(Sk::kYamlDepth, mark,
           "more than " + std::to_string(limits::kRuleNestingMax) + " levels of nesting");
  }
  int Line(const YAML::Mark& mark) const { return first_line_ + mark.line; }

  void CheckSize(int line, int column) const {
    if (node_count_ <= limits::kRuleNodesMax) return;
    throw Refused{Sk::kYamlSize, line, column,
                  "the document has more than " + std::to_string(limits::kRuleNodesMax) +
                      " values after its aliases are filled in"};
  }

  void CheckTag(const YAML::Mark& mark, const std::string& tag, std::string_view allowed) const {
    if (tag.empty() || tag == "?" || tag == "!" || tag == allowed) return;
    Refuse(Sk::kYamlTag, mark, "the tag \"" + tag + "\" is not supported");
  }

  YamlNode NewNode(YamlNode::Kind kind, const YAML::Mark& mark) {
    ++node_count_;
    CheckSize(Line(mark), mark.column + 1);
    YamlNode node;
    node.kind = kind;
    node.line = Line(mark);
    node.column = mark.column + 1;
    return node;
  }

  void Open(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (static_cast<int>(open_.size()) >= limits::kRuleNestingMax) RefuseDepth(mark);
    open_.push_back({NewNode(kind, mark), anchor, false, false, {}});
  }

  void Close() {
    OpenNode closed = std::move(open_.back());
    open_.pop_back();
    Complete(std::move(closed.node), closed.anchor);
  }

  void Complete(YamlNode node, YAML::anchor_t anchor) {
    if (anchor != 0) {
      // The kept copy counts as well: anchors inside anchors are copied once per level.
      const size_t nodes = CountNodes(node);
      node_count_ += nodes;
      CheckSize(node.line, node.column);
      anchors_[anchor] = {node, nodes, Depth(node)};
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
  std::map<YAML::anchor_t, Anchored> anchors_;
  size_t node_count_ = 0;
  bool damaged_ = false;
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
                  const YAML::Exception& error, DiagnosticSink* sink) {
  const int line = std::max(error.mark.line, 0);
  const int tab = TabLine(text, line);
  if (tab != 0) {
    sink->Report(Sk::kYamlTab, {file, first_line + tab - 1, 1},
                 "this line is indented with a tab; YAML allows spaces only");
    return;
  }
  sink->Report(Sk::kYamlSyntax, {file, first_line + line, std::max(error.mark.column, 0) + 1},
               "not valid YAML: " + error.msg);
}

}  // namespace

std::optional<YamlNode> ParseYamlDocument(const std::string& file, std::string_view text,
                                          int first_line, DiagnosticSink* sink) {
  TreeBuilder builder(file, first_line, sink);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    return builder.Take();
  } catch (const Refused& refused) {
    sink->Report(refused.code, {file, refused.line, refused.column}, refused.message);
  } catch (const YAML::Exception& error) {
    ReportSyntax(file, text, first_line, error, sink);
  } catch (const std::exception& error) {
    sink->Report(Sk::kYamlSyntax, {file, first_line, 1},
                 std::string("the YAML reader gave up: ") + error.what());
  }
  return std::nullopt;
}

}  // namespace sekisho
