#include "diligence/posture.h"

#include <algorithm>

#include "core/json_writer.h"
#include "core/suggestion.h"
#include "core/time.h"
#include "diligence/json_tree.h"
#include "diligence/later_parts.h"
#include "diligence/object_reader.h"

namespace sekisho {
namespace {

using Need = ObjectReader::Need;

constexpr std::string_view kFormat = "sekisho.posture/1";

const Measure* FindMeasureIn(const MeasureCatalogue& measures, std::string_view id) {
  for (const Measure& one : measures.measures) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

void ReadEntry(ObjectReader* in, std::vector<PostureEntry>* read) {
  PostureEntry entry;
  in->Mark(&entry);
  entry.measure = in->Text("measure", Need::kRequired);
  entry.state =
      in->Word("state", {"open", "in_progress", "done", "not_applicable"}, Need::kRequired);
  entry.owner = in->Text("owner");
  entry.evidence = in->Texts("evidence");
  entry.reason = in->Text("reason");
  entry.time_ms = in->Time("at");
  const std::span<const std::string_view> known = PostureMeasures();
  if (std::find(known.begin(), known.end(), entry.measure) == known.end()) {
    const std::vector<std::string_view> words(known.begin(), known.end());
    in->Report(Sk::kCandidateValue, "measure",
               "\"" + entry.measure + "\" is not one of " + Enumerate(words));
  }
  if (entry.state == "not_applicable" && entry.reason.empty()) {
    in->Report(Sk::kCandidateKeyMissing, "", "what is not applicable needs a `reason`");
  }
  if (entry.state == "done" && (!entry.time_ms || entry.owner.empty() || entry.evidence.empty())) {
    in->Report(Sk::kCandidateKeyMissing, "",
               "what is done has a day (`at`), an `owner` and `evidence`");
  }
  read->push_back(std::move(entry));
}

// Takes out what would be after `as_of`.
std::vector<LeftOut> TakeOutLater(std::vector<PostureEntry>* read, int64_t as_of) {
  std::vector<LeftOut> left_out;
  std::erase_if(*read, [&](const PostureEntry& entry) {
    if (!entry.time_ms || *entry.time_ms <= as_of) return false;
    LeftOut one;
    one.at = entry.at + "/at";
    one.line = entry.line;
    one.column = entry.column;
    one.time_ms = *entry.time_ms;
    left_out.push_back(std::move(one));
    return true;
  });
  return left_out;
}

// The newest statement about each measure; what nobody stated is not taken for done.
std::vector<PostureEntry> Complete(const std::vector<PostureEntry>& read,
                                   const MeasureCatalogue& measures, int64_t as_of) {
  std::vector<PostureEntry> all;
  for (const std::string_view id : PostureMeasures()) {
    PostureEntry entry;
    entry.measure = id;
    entry.state = "not_stated";
    for (const PostureEntry& one : read) {
      const bool newer = one.time_ms.value_or(0) >= entry.time_ms.value_or(0);
      if (one.measure == id && newer) entry = one;
    }
    if (const Measure* const measure = FindMeasureIn(measures, id)) {
      entry.repeat = measure->recurrence.every;
    }
    if (entry.state == "done" && !entry.repeat.empty()) {
      if (const StatusOr<int64_t> every = ParseDuration(entry.repeat); every.ok()) {
        entry.next_ms = *entry.time_ms + *every;
        entry.overdue = *entry.next_ms <= as_of;
        if (entry.overdue) entry.state = "open";
      }
    }
    all.push_back(std::move(entry));
  }
  return all;
}

}  // namespace

std::span<const std::string_view> PostureMeasures() {
  static constexpr std::string_view kMeasures[] = {"M16", "M18", "M23", "M36", "M37",
                                                   "M38", "M44", "M45", "M46"};
  return kMeasures;
}

PostureLoad ReadPosture(const std::string& file, std::string_view text,
                        const MeasureCatalogue& measures, std::optional<int64_t> as_of) {
  PostureLoad load;
  JsonNode root;
  FileProblems problems(file);
  if (!ReadRootObject("this file", text, &root, &problems)) {
    load.problems = problems.Take();
    return load;
  }
  ObjectReader reader(root, "", &problems);
  const std::string format = reader.Text("format", Need::kRequired);
  if (!format.empty() && format != kFormat) {
    reader.Report(Sk::kCandidateValue, "format",
                  "the format is \"" + format + "\", not \"" + std::string(kFormat) + "\"");
  }
  Posture posture;
  posture.organisation = reader.Text("organisation", Need::kRequired);
  const std::optional<int64_t> own =
      reader.Time("as_of", as_of ? Need::kOptional : Need::kRequired);
  posture.as_of = as_of.value_or(own.value_or(0));
  std::vector<PostureEntry> read;
  reader.Objects("measures", [&](ObjectReader* item) { ReadEntry(item, &read); });
  reader.Close();
  load.problems = problems.Take();
  if (!load.problems.empty()) return load;
  posture.left_out = TakeOutLater(&read, posture.as_of);
  load.remarks = LeftOutRemarks(file, posture.left_out, posture.as_of);
  posture.entries = Complete(read, measures, posture.as_of);
  load.posture = std::move(posture);
  return load;
}

std::string PostureJson(const Posture& posture, const MeasureCatalogue& measures,
                        Language language) {
  std::string text;
  JsonWriter json(&text);
  json.BeginObject().Key("organisation").Text(posture.organisation);
  json.Key("as_of").Text(FormatTime(posture.as_of)).Key("measures").BeginArray();
  for (const PostureEntry& one : posture.entries) {
    json.BeginObject().Key("measure").Text(one.measure);
    if (const Measure* const measure = FindMeasureIn(measures, one.measure)) {
      json.Key("name").Text(measure->name.In(language));
    }
    json.Key("state").Text(one.state).Key("overdue").Boolean(one.overdue);
    if (!one.owner.empty()) json.Key("owner").Text(one.owner);
    if (one.time_ms) json.Key("at").Text(FormatTime(*one.time_ms));
    if (!one.repeat.empty()) json.Key("repeat").Text(one.repeat);
    if (one.next_ms) json.Key("next").Text(FormatTime(*one.next_ms));
    json.Key("evidence").BeginArray();
    for (const std::string& item : one.evidence) json.Text(item);
    json.EndArray();
    if (!one.reason.empty()) json.Key("reason").Text(one.reason);
    json.EndObject();
  }
  json.EndArray().Key("left_out").BeginArray();
  for (const LeftOut& one : posture.left_out) {
    json.BeginObject().Key("at").Text(one.at);
    json.Key("time").Text(FormatTime(one.time_ms)).EndObject();
  }
  json.EndArray().EndObject();
  text += '\n';
  return text;
}

}  // namespace sekisho
