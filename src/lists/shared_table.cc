#include "lists/shared_table.h"

#include <algorithm>

#include "core/status.h"
#include "core/time.h"
#include "lists/list_lines.h"

namespace sekisho {
namespace {

constexpr std::string_view kUntil = "until=";
constexpr std::string_view kKeyLine = "key";

struct Entry {
  ArtefactKind kind;
  std::string hash;
  int64_t until_ms = kNoEndMs;
};

// Nothing for a line of another form.
std::optional<Entry> ReadEntry(const std::vector<std::string>& cells) {
  if (cells.size() < 2 || cells.size() > 3 || !IsArtefactHash(cells[1])) return std::nullopt;
  const std::optional<ArtefactKind> kind = ParseArtefactKind(cells[0]);
  if (!kind) return std::nullopt;
  Entry entry{*kind, cells[1]};
  if (cells.size() == 3) {
    const std::string_view until = cells[2];
    const std::optional<int64_t> day =
        until.starts_with(kUntil) ? DayStartMs(until.substr(kUntil.size())) : std::nullopt;
    if (!day) return std::nullopt;
    entry.until_ms = *day + kDayMs;
  }
  return entry;
}

}  // namespace

ListCount SharedTable::AddArtefacts(const ListSpec& spec, std::string_view text,
                                    DiagnosticSink* sink) {
  ListCount count;
  if (!key_) {
    sink->Report(Sk::kShareKey, spec.place, spec.file + ": the key of the exchange is missing",
                 "name its file in SEKISHO_EXCHANGE_KEY_FILE");
    count.unusable = true;
    return count;
  }
  std::vector<Entry> entries;
  bool same_key = false;
  ListLines lines(spec.file, text, sink);
  for (std::string_view line; lines.Next(&line);) {
    std::vector<std::string> cells;
    const std::string wrong = SplitCells(line, &cells);
    if (wrong.empty() && cells.size() == 2 && cells[0] == kKeyLine) {
      same_key = cells[1] == ArtefactKeyCheck(*key_);
      if (!same_key) break;
      continue;
    }
    std::optional<Entry> entry = wrong.empty() ? ReadEntry(cells) : std::nullopt;
    if (!entry) {
      lines.Refuse("the line is no artefact",
                   "write payee,HASH or payee,HASH,until=2026-10-01; kinds are document, payee, "
                   "device and template");
      continue;
    }
    entries.push_back(*std::move(entry));
  }
  lines.Finish();
  count.refused = lines.refused();
  if (!same_key) {
    sink->Report(Sk::kShareKey, {spec.file, 0, 0}, "the list was made with another key",
                 "use the key that all partners of the exchange have, or import the bundle again");
    count.unusable = true;
    return count;
  }
  constexpr ListPart kParts[kArtefactKinds] = {ListPart::kSharedDocument, ListPart::kSharedPayee,
                                               ListPart::kSharedDevice, ListPart::kSharedTemplate};
  for (const Entry& entry : entries) {
    int64_t& until = until_ms_[static_cast<size_t>(entry.kind)][entry.hash];
    until = std::max(until, std::min(entry.until_ms, spec.ExpiresMs()));
    count.parts.Add(kParts[static_cast<size_t>(entry.kind)]);
    ++count.entries;
  }
  return count;
}

std::optional<int64_t> SharedTable::Find(ArtefactKind kind, std::string_view value) const {
  const auto& known = until_ms_[static_cast<size_t>(kind)];
  if (!key_ || known.empty()) return std::nullopt;
  const auto found = known.find(ArtefactHash(*key_, kind, value));
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sekisho
