#include "dossier/bundle.h"

#include <algorithm>
#include <map>

#include "core/json_writer.h"
#include "core/sha256.h"
#include "core/visible_text.h"
#include "diligence/json_tree.h"
#include "diligence/object_reader.h"
#include "dossier/json_text.h"
#include "dossier/zip_archive.h"

namespace sekisho {
namespace {

using Need = ObjectReader::Need;

// Name and SHA-256 of each member that the manifest promises.
using Promised = std::map<std::string, std::string>;

std::string ManifestText(const BundleHead& head, const std::vector<BundleMember>& members) {
  std::string text;
  JsonWriter json(&text);
  json.BeginObject().Key("format").Text(kBundleFormat).Key("report").Text(head.report);
  const auto member = [&json](std::string_view key, const std::string& value) {
    if (!value.empty()) json.Key(key).Text(value);
  };
  member("recipient", head.recipient);
  member("as_of", head.as_of);
  member("program", head.program);
  member("catalogue", head.catalogue);
  member("content_sha256", head.content_sha256);
  json.Key("members").BeginArray();
  for (const BundleMember& member : members) {
    json.BeginObject().Key("name").Text(member.name).Key("bytes").Count(member.bytes.size());
    json.Key("sha256").Text(Sha256Hex(member.bytes)).EndObject();
  }
  json.EndArray().EndObject();
  JsonNode root;
  Diagnostic error;
  return ReadJsonTree(kBundleManifest, text, &root, &error) ? IndentedJson(root) : text;
}

StatusOr<Promised> ReadManifest(std::string_view text, BundleHead* head) {
  FileProblems problems(kBundleManifest);
  JsonNode root;
  Promised promised;
  if (ReadRootObject("a manifest", text, &root, &problems)) {
    ObjectReader in(root, "", &problems);
    in.Word("format", {kBundleFormat}, Need::kRequired);
    head->report = in.Text("report", Need::kRequired);
    head->recipient = in.Text("recipient");
    head->as_of = in.Text("as_of");
    head->program = in.Text("program");
    head->catalogue = in.Text("catalogue");
    head->content_sha256 = in.Sha256("content_sha256");
    in.Objects("members", [&](ObjectReader* member) {
      const std::string name = member->Text("name", Need::kRequired);
      member->Count("bytes", 0, static_cast<int64_t>(kBundleUnpackedMax));
      if (!promised.emplace(name, member->Sha256("sha256")).second) {
        member->Report(Sk::kCandidateValue, "name", "\"" + name + "\" stands here twice");
      }
    });
    in.Close();
    if (promised.empty()) in.Report(Sk::kCandidateKeyMissing, "members", "it names no member");
  }
  const std::vector<Diagnostic> found = problems.Take();
  if (found.empty()) return promised;
  return InvalidInput("this is no bundle of a report: " + FormatDiagnostic(found.front()));
}

}  // namespace

std::string_view MemberStateName(MemberState state) {
  constexpr std::string_view kNames[] = {"ok", "changed", "missing", "extra"};
  return kNames[static_cast<size_t>(state)];
}

bool BundleCheck::sound() const {
  return std::all_of(members.begin(), members.end(),
                     [](const Member& one) { return one.state == MemberState::kOk; });
}

StatusOr<std::string> WriteBundle(const BundleHead& head, std::vector<BundleMember> members) {
  const auto by_name = [](const BundleMember& a, const BundleMember& b) { return a.name < b.name; };
  std::sort(members.begin(), members.end(), by_name);
  BundleMember manifest{kBundleManifest, ManifestText(head, members)};
  members.insert(std::upper_bound(members.begin(), members.end(), manifest, by_name), manifest);
  return WriteZip(members);
}

StatusOr<BundleCheck> CheckBundle(std::string_view bytes) {
  const StatusOr<std::vector<BundleMember>> members = ReadZip(bytes);
  if (!members.ok()) return members.status();
  const auto manifest = std::find_if(members->begin(), members->end(), [](const BundleMember& one) {
    return one.name == kBundleManifest;
  });
  if (manifest == members->end()) {
    return InvalidInput("the zip file has no manifest.json: it is no bundle of a report");
  }
  BundleCheck check;
  check.manifest_sha256 = Sha256Hex(manifest->bytes);
  StatusOr<Promised> promised = ReadManifest(manifest->bytes, &check.head);
  if (!promised.ok()) return promised.status();
  for (const BundleMember& member : *members) {
    if (member.name == kBundleManifest) continue;
    const auto found = promised->find(member.name);
    MemberState state = MemberState::kExtra;
    if (found != promised->end()) {
      state = found->second == Sha256Hex(member.bytes) ? MemberState::kOk : MemberState::kChanged;
      promised->erase(found);
    }
    check.members.push_back({member.name, state});
  }
  for (const auto& [name, sha256] : *promised) {
    check.members.push_back({name, MemberState::kMissing});
  }
  std::sort(
      check.members.begin(), check.members.end(),
      [](const BundleCheck::Member& a, const BundleCheck::Member& b) { return a.name < b.name; });
  return check;
}

}  // namespace sekisho
