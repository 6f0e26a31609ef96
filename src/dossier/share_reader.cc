#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "core/time.h"
#include "diligence/json_tree.h"
#include "dossier/share_bundle.h"
#include "dossier/share_names.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

constexpr size_t kProblemsMax = 50;
constexpr std::string_view kOurs = "[sekisho-artefact:";

// The text of a member; empty when there is none.
const std::string& TextOf(const JsonNode& object, std::string_view key) {
  static const std::string& none = *new std::string();
  const JsonNode* const value = object.Find(key);
  return value != nullptr && value->kind == JsonNode::Kind::kText ? value->text : none;
}

class Reader {
 public:
  Reader(const std::string& file, ShareLoad* out) : file_(file), out_(*out) {}

  void Read(std::string_view text) {
    JsonNode root;
    Diagnostic error;
    error.code = CodeText(Sk::kShareBundle);
    if (!ReadJsonTree(file_, text, &root, &error)) {
      out_.problems.push_back(std::move(error));
      return;
    }
    const JsonNode* const objects = root.Find("objects");
    if (TextOf(root, "type") != "bundle" ||
        (objects != nullptr && objects->kind != JsonNode::Kind::kArray)) {
      return Report(Sk::kShareBundle, root,
                    R"(the file is no STIX bundle: an object with "type": "bundle" and a list )"
                    "`objects`");
    }
    out_.readable = true;
    if (objects == nullptr) return;  // a bundle may be empty
    for (size_t i = 0; i < objects->items.size(); ++i) {
      at_ = "/objects/" + std::to_string(i);
      Object(objects->items[i]);
    }
    for (const auto& [artefact, until_ms] : found_) {
      out_.artefacts.push_back({artefact.first, artefact.second, until_ms});
    }
  }

 private:
  void Report(Sk code, const JsonNode& place, const std::string& message) {
    if (out_.problems.size() >= kProblemsMax) return;
    Diagnostic problem;
    problem.code = CodeText(code);
    problem.place = {file_, place.line, place.column};
    problem.message = at_.empty() ? message : at_ + ": " + message;
    out_.problems.push_back(std::move(problem));
  }

  void Refuse(const JsonNode& place, const std::string& message, Sk code = Sk::kShareObject) {
    ++out_.refused;
    Report(code, place, message);
  }

  void Object(const JsonNode& object) {
    const std::string& type = TextOf(object, "type");
    if (type.empty()) return Refuse(object, "this is no object with a `type`");
    if (!TextOf(object, "id").starts_with(type + "--")) {
      return Refuse(object, "the id of an object begins with \"" + type.substr(0, 60) + "--\"");
    }
    if (type == "identity" || type == "marking-definition" || type == "extension-definition") {
      ++out_.described;
    } else if (type == "indicator") {
      Indicator(object);
    } else {
      ++out_.not_understood;
    }
  }

  void Indicator(const JsonNode& object) {
    const std::string& pattern = TextOf(object, "pattern");
    if (TextOf(object, "spec_version") != "2.1") {
      return Refuse(object, "`spec_version` is not \"2.1\"");
    }
    if (const JsonNode* const revoked = object.Find("revoked");
        revoked != nullptr && revoked->text == "true") {
      ++out_.revoked;
      return;
    }
    if (TextOf(object, "pattern_type") != "stix" || !pattern.starts_with(kOurs)) {
      ++out_.not_understood;
      return;
    }
    const std::optional<std::pair<ArtefactKind, std::string>> artefact = Pattern(pattern);
    if (!artefact) {
      return Refuse(*object.Find("pattern"), "the pattern is none of an artefact; it reads " +
                                                 ArtefactPattern("payee", "32 hexadecimal digits"));
    }
    const StatusOr<int64_t> made = ParseTime(TextOf(object, "valid_from"));
    if (!made.ok()) return Refuse(object, "`valid_from` is no time");
    int64_t until_ms = 0;
    if (object.Find("valid_until") != nullptr) {
      const StatusOr<int64_t> until = ParseTime(TextOf(object, "valid_until"));
      if (!until.ok() || *until <= *made) {
        return Refuse(*object.Find("valid_until"), "`valid_until` is no time after `valid_from`");
      }
      until_ms = *until;
    }
    if (!SameKey(object)) return;
    out_.newest_ms = std::max(out_.newest_ms, *made);
    Keep(*artefact, until_ms);
  }

  static std::optional<std::pair<ArtefactKind, std::string>> Pattern(std::string_view pattern) {
    const std::string_view start = kPatternStart;
    const std::string_view middle = kPatternMiddle;
    const std::string_view end = kPatternEnd;
    const size_t middle_at = pattern.find(middle);
    if (!pattern.starts_with(start) || !pattern.ends_with(end) ||
        middle_at == std::string_view::npos || middle_at < start.size() ||
        middle_at + middle.size() + end.size() > pattern.size()) {
      return std::nullopt;
    }
    const std::optional<ArtefactKind> kind =
        ParseArtefactKind(pattern.substr(start.size(), middle_at - start.size()));
    const size_t hash_at = middle_at + middle.size();
    const std::string_view hash = pattern.substr(hash_at, pattern.size() - end.size() - hash_at);
    if (!kind || !IsArtefactHash(hash)) return std::nullopt;
    return std::pair(*kind, std::string(hash));
  }

  // All artefacts of a bundle are made by one key, and say by which.
  bool SameKey(const JsonNode& object) {
    const JsonNode* const extensions = object.Find("extensions");
    const JsonNode* const ours = extensions == nullptr ? nullptr : extensions->Find(kExtensionId);
    const std::string check = ours == nullptr ? "" : TextOf(*ours, "key_check");
    if (!IsArtefactHash(check)) {
      Refuse(object, "the artefact does not say by which key it was made (`key_check`)");
      return false;
    }
    if (out_.key_check.empty()) out_.key_check = check;
    if (out_.key_check == check) return true;
    Refuse(*ours, "the artefact was made by another key than the first one of the bundle",
           Sk::kShareKey);
    return false;
  }

  // The same artefact twice holds for the longer time; 0 stands for ever.
  void Keep(const std::pair<ArtefactKind, std::string>& artefact, int64_t until_ms) {
    std::optional<int64_t> until;
    if (until_ms != 0) until = until_ms;
    const auto [entry, is_new] = found_.emplace(artefact, until);
    if (is_new) return;
    if (!until || !entry->second) {
      entry->second.reset();
    } else {
      entry->second = std::max(*entry->second, *until);
    }
  }

  const std::string& file_;
  ShareLoad& out_;
  std::string at_;
  std::map<std::pair<ArtefactKind, std::string>, std::optional<int64_t>> found_;
};

}  // namespace

ShareLoad ReadShareBundle(const std::string& file, std::string_view text) {
  ShareLoad load;
  Reader(file, &load).Read(text);
  return load;
}

std::string ArtefactListText(const ShareLoad& load) {
  std::string text = "# Artefacts that a partner shared; made by `sekisho share import`.\n";
  absl::StrAppend(&text, "key,", load.key_check, "\n");
  for (const SharedArtefact& one : load.artefacts) {
    absl::StrAppend(&text, ToAbsl(ArtefactKindName(one.kind)), ",", one.hash);
    if (one.until_ms) {
      // The list counts whole days: the last one is that before the end.
      absl::StrAppend(&text, ",until=", FormatTime(*one.until_ms - 1).substr(0, 10));
    }
    text += '\n';
  }
  return text;
}

}  // namespace sekisho
