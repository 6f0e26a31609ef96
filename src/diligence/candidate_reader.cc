#include "diligence/candidate_reader.h"

#include <algorithm>
#include <tuple>

#include "core/time.h"
#include "diligence/candidate_sections.h"
#include "diligence/json_tree.h"
#include "diligence/later_parts.h"
#include "diligence/object_reader.h"

namespace sekisho {
namespace {

using Need = ObjectReader::Need;

constexpr std::string_view kFormat = "sekisho.candidate/1";

}  // namespace

template <typename In>
void ReadHead(In* in, std::optional<int64_t> as_of, Candidate* out) {
  if (const std::string format = in->Text("format", Need::kRequired);
      !format.empty() && format != kFormat) {
    in->Report(Sk::kCandidateValue, "format",
               "the format is \"" + format + "\", not \"" + std::string(kFormat) + "\"");
  }
  out->id = in->Text("id", Need::kRequired);
  out->role_id = in->Text("role_id", Need::kRequired);
  out->audience = in->Word("audience", {"client", "employer"}, Need::kRequired);
  out->jurisdiction = in->Word("jurisdiction", {"JP", "US", "KR", "EU"}, Need::kRequired);
  out->stage = in->Word("stage", {"applied", "interview", "offer", "engaged", "ended"});
  out->stage_since = in->Time("stage_since");
  out->offered_at = in->Time("offered_at");
  out->source = in->Word("source", {"platform", "direct", "agency", "contest"});
  const std::optional<int64_t> own = in->Time("as_of");
  out->as_of = as_of.value_or(own.value_or(0));
  if (!as_of && !own && in->node().Find("as_of") == nullptr) {
    in->Report(Sk::kCandidateKeyMissing, "", "there is no `as_of`",
               "write the time for which the file holds, or give --as-of");
  }
}

template void ReadHead(ObjectReader* in, std::optional<int64_t> as_of, Candidate* out);
template void ReadHead(FieldLister* in, std::optional<int64_t> as_of, Candidate* out);

CandidateLoad ReadCandidate(const std::string& file, std::string_view text,
                            std::optional<int64_t> as_of) {
  CandidateLoad load;
  JsonNode root;
  FileProblems problems(file);
  if (ReadRootObject("a candidate file", text, &root, &problems)) {
    Candidate candidate;
    candidate.file = file;
    ObjectReader reader(root, "", &problems);
    ReadHead(&reader, as_of, &candidate);
    ReadSections(&reader, &candidate);
    reader.Close();
    LeaveOutLater(&candidate);
    load.candidate = std::move(candidate);
  }
  load.problems = problems.Take();
  std::stable_sort(
      load.problems.begin(), load.problems.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
      });
  if (!load.problems.empty()) load.candidate.reset();
  return load;
}

}  // namespace sekisho
