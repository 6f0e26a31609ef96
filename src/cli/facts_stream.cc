#include "cli/facts_stream.h"

#include <unistd.h>

#include <memory>
#include <optional>

#include "cli/clock.h"
#include "cli/facts_request.h"
#include "cli/line_source.h"
#include "cli/list_loading.h"
#include "cli/messages.h"
#include "core/limits.h"
#include "lists/live_lists.h"

namespace sekisho {
namespace {

std::shared_ptr<const ListSet> InForce(const std::optional<LiveLists>& live) {
  return live ? live->Current() : nullptr;
}

Status Answer(const std::string& folder, std::optional<int64_t> at_ms, LineSource* source,
              std::optional<LiveLists>* live) {
  std::string line;
  for (uint64_t number = 0;;) {
    const StatusOr<LineSource::Outcome> outcome = source->Next(&line);
    if (!outcome.ok()) return outcome.status();
    std::string answer;
    switch (*outcome) {
      case LineSource::Outcome::kEnd:
        return absl::OkStatus();
      case LineSource::Outcome::kHangup:
        PrintReload(folder, (*live)->Reload());
        continue;
      case LineSource::Outcome::kTooLong:
        answer = RefuseFacts(
            ++number, "",
            "the line is longer than " + std::to_string(limits::kRequestBytesMax >> 20) + " MiB");
        break;
      case LineSource::Outcome::kLine:
        answer = AnswerFacts(++number, line, InForce(*live), at_ms ? *at_ms : *DayStartMs(Today()));
        break;
    }
    if (Status status = PrintResult(answer); !status.ok()) return status;
  }
}

}  // namespace

Status AnswerFactsLines(const std::string& lists, std::optional<int64_t> at_ms) {
  HangupSignal hangup;
  std::optional<LiveLists> live;
  if (!lists.empty()) {
    // First, so that a SIGHUP that comes while the lists are read for the first time counts.
    if (Status status = hangup.Hold(); !status.ok()) return status;
    StatusOr<std::shared_ptr<const ListSet>> first = LoadSoundLists(lists);
    if (!first.ok()) return first.status();
    live.emplace(*std::move(first), [lists] { return ReadLists(lists); });
  }
  LineSource source(STDIN_FILENO, &hangup);
  return Answer(lists, at_ms, &source, &live);
}

}  // namespace sekisho
