#include "dossier/report_step.h"

#include "core/time.h"
#include "diligence/json_tree.h"
#include "diligence/object_reader.h"
#include "dossier/json_text.h"
#include "dossier/report_file.h"

namespace sekisho {
namespace {

void Add(std::string_view key, std::string_view value, JsonNode* object) {
  if (value.empty()) return;
  JsonMember member;
  member.key = key;
  member.value.kind = JsonNode::Kind::kText;
  member.value.text = value;
  object->members.push_back(std::move(member));
}

}  // namespace

StatusOr<std::string> TakeStep(const std::string& file, std::string_view text,
                               const ReportStep& step) {
  FileProblems problems(file);
  JsonNode root;
  if (!ReadRootObject("a report file", text, &root, &problems)) {
    return InvalidInput(FormatDiagnostic(problems.Take().front()));
  }
  for (JsonMember& member : root.members) {
    if (member.key != "states" || member.value.kind != JsonNode::Kind::kArray) continue;
    JsonNode state;
    state.kind = JsonNode::Kind::kObject;
    Add("state", step.state, &state);
    Add("by", step.by, &state);
    Add("at", FormatTime(step.at_ms), &state);
    Add("reason", step.reason, &state);
    Add("channel", step.channel, &state);
    Add("reference", step.reference, &state);
    Add("content_sha256", ContentSha256(root), &state);
    member.value.items.push_back(std::move(state));
    return IndentedJson(root);
  }
  return InvalidInput(file + ": there is no list `states`; it is no report file");
}

}  // namespace sekisho
