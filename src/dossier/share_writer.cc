#include <algorithm>

#include "absl/strings/str_cat.h"
#include "core/json_writer.h"
#include "core/time.h"
#include "diligence/json_tree.h"
#include "dossier/json_text.h"
#include "dossier/share_bundle.h"
#include "dossier/share_names.h"
#include "dossier/uuid.h"

namespace sekisho {
namespace {

constexpr char kMade[] = "2026-11-23T00:00:00Z";  // when the extension was defined

// The specification wants exactly three digits of the second of `created` and `modified`.
std::string InMilliseconds(std::string time) {
  return time.find('.') == std::string::npos ? time.insert(time.size() - 1, ".000") : time;
}

// The specification fixes these objects, down to the day (STIX 2.1, "TLP Marking Object Type").
struct Marking {
  std::string_view tlp;
  std::string_view id;
  std::string_view name;
};
constexpr Marking kMarkings[] = {
    {"white", "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "TLP:WHITE"},
    {"green", "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "TLP:GREEN"},
    {"amber", "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "TLP:AMBER"},
    {"red", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "TLP:RED"}};

constexpr std::string_view kSchema =
    "An object sekisho-artefact has two properties. kind (string): document, payee, device or "
    "template. keyed_hash (string): 32 lower-case hexadecimal digits, BLAKE2b of the artefact in "
    "its normal form with a key that the partners of an exchange share. The property key_check of "
    "an indicator tells the keys of two partners apart. An artefact says nothing about a person.";

const Marking& MarkingOf(std::string_view tlp) {
  for (const Marking& one : kMarkings) {
    if (one.tlp == tlp) return one;
  }
  return kMarkings[3];  // what nobody has released stays with its reader
}

class Writer {
 public:
  Writer(const ShareHead& head, const std::vector<SharedArtefact>& artefacts, JsonWriter* json)
      : head_(head), artefacts_(artefacts), marking_(MarkingOf(head.tlp)), json_(*json) {}

  void Write() {
    std::string names = head_.organisation + "|" + FormatTime(head_.from_ms);
    for (const SharedArtefact& one : artefacts_) names += "|" + one.hash;
    json_.BeginObject().Key("type").Text("bundle");
    json_.Key("id").Text("bundle--" + NamedUuid(names)).Key("objects").BeginArray();
    Program();
    Extension();
    Tlp();
    Organisation();
    for (const SharedArtefact& one : artefacts_) Artefact(one);
    json_.EndArray().EndObject();
  }

 private:
  void Begin(std::string_view type, std::string_view id, const std::string& made) {
    json_.BeginObject().Key("type").Text(type).Key("spec_version").Text("2.1");
    const std::string precise = InMilliseconds(made);
    json_.Key("id").Text(id).Key("created").Text(precise).Key("modified").Text(precise);
  }

  void Program() {
    Begin("identity", kProgramId, kMade);
    json_.Key("name").Text("Sekisho").Key("identity_class").Text("system").EndObject();
  }

  void Extension() {
    Begin("extension-definition", kExtensionId, kMade);
    json_.Key("created_by_ref").Text(kProgramId).Key("name").Text(kArtefactType);
    json_.Key("schema").Text(kSchema).Key("version").Text("1.0.0").Key("extension_types");
    json_.BeginArray().Text("new-sco").Text("property-extension").EndArray().EndObject();
  }

  void Tlp() {
    json_.BeginObject().Key("type").Text("marking-definition").Key("spec_version").Text("2.1");
    json_.Key("id").Text(marking_.id).Key("created").Text("2017-01-20T00:00:00.000Z");
    json_.Key("definition_type").Text("tlp").Key("name").Text(marking_.name);
    json_.Key("definition").BeginObject().Key("tlp").Text(marking_.tlp).EndObject().EndObject();
  }

  void Organisation() {
    if (head_.organisation.empty()) return;
    organisation_ = "identity--" + NamedUuid("organisation|" + head_.organisation);
    Begin("identity", organisation_, kMade);
    json_.Key("name").Text(head_.organisation).Key("identity_class").Text("organization");
    json_.EndObject();
  }

  void Artefact(const SharedArtefact& one) {
    const std::string_view kind = ArtefactKindName(one.kind);
    const std::string made = FormatTime(head_.from_ms);
    Begin("indicator",
          "indicator--" + NamedUuid(absl::StrCat("artefact|", head_.organisation, "|", made, "|",
                                                 ToAbsl(kind), "|", one.hash)),
          made);
    if (!organisation_.empty()) json_.Key("created_by_ref").Text(organisation_);
    json_.Key("name").Text("Shared " + std::string(kind));
    json_.Key("description")
        .Text(
            "Seen together with published indicators. A reason to look, not to act; it says "
            "nothing about a person.");
    json_.Key("indicator_types").BeginArray().Text("anomalous-activity").EndArray();
    json_.Key("pattern").Text(ArtefactPattern(kind, one.hash)).Key("pattern_type").Text("stix");
    json_.Key("valid_from").Text(made).Key("valid_until").Text(FormatTime(head_.until_ms));
    json_.Key("object_marking_refs").BeginArray().Text(marking_.id).EndArray();
    json_.Key("extensions").BeginObject().Key(kExtensionId).BeginObject();
    json_.Key("extension_type").Text("property-extension");
    json_.Key("key_check").Text(head_.key_check).EndObject().EndObject().EndObject();
  }

  const ShareHead& head_;
  const std::vector<SharedArtefact>& artefacts_;
  const Marking& marking_;
  JsonWriter& json_;
  std::string organisation_;
};

}  // namespace

std::string ArtefactPattern(std::string_view kind, std::string_view hash) {
  return absl::StrCat(kPatternStart, ToAbsl(kind), kPatternMiddle, ToAbsl(hash), kPatternEnd);
}

StatusOr<std::string> WriteShareBundle(const ShareHead& head,
                                       std::vector<SharedArtefact> artefacts) {
  std::sort(artefacts.begin(), artefacts.end());
  artefacts.erase(std::unique(artefacts.begin(), artefacts.end()), artefacts.end());
  if (artefacts.size() > kSharedArtefactsMax) {
    return InvalidInput(absl::StrCat("there are ", artefacts.size(), " artefacts, at most ",
                                     kSharedArtefactsMax, " go into one bundle"));
  }
  std::string text;
  JsonWriter json(&text);
  Writer(head, artefacts, &json).Write();
  JsonNode root;
  Diagnostic error;
  return ReadJsonTree("", text, &root, &error) ? IndentedJson(root) : text + "\n";
}

}  // namespace sekisho
