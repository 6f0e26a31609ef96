#include "service/reader.h"

#include <algorithm>
#include <atomic>

namespace sekisho {

struct Reader::Member {
  Member(const Plan& plan, const DecoderOptions& options)
      : decoder(options), front(plan), event(plan.fields().size()) {}
  Decoder decoder;
  Front front;
  EventView event;
  Block block;
};

Reader::Reader(const Plan& plan, const DecoderOptions& options, RecordSource* source,
               ThreadTeam* team, OnReject on_reject)
    : source_(source), team_(team), on_reject_(std::move(on_reject)) {
  for (uint32_t i = 0; i < team->size(); ++i) {
    members_.push_back(std::make_unique<Member>(plan, options));
  }
}

Reader::~Reader() = default;

bool Reader::Read(size_t count, std::vector<std::unique_ptr<RowBlock>>* blocks) {
  struct Done {
    uint64_t sequence;
    std::unique_ptr<RowBlock> rows;
  };
  std::vector<std::unique_ptr<RowBlock>> empty(count);
  for (auto& rows : empty) {
    if (spare_.empty()) {
      rows = std::make_unique<RowBlock>();
    } else {
      rows = std::move(spare_.back());
      spare_.pop_back();
      rows->Clear();
    }
  }
  std::vector<Done> done(count);
  std::atomic<size_t> next = 0;
  team_->Run([&](uint32_t self) {
    Member* member = members_[self].get();
    for (;;) {
      const size_t i = next.fetch_add(1);
      if (i >= count || !source_->NextBlock(&member->block)) return;
      ReadBlock(member, empty[i].get());
      done[i] = {member->block.sequence, std::move(empty[i])};
    }
  });
  for (auto& rows : empty) {
    if (rows != nullptr) Recycle(std::move(rows));
  }
  std::erase_if(done, [](const Done& d) { return d.rows == nullptr; });
  std::sort(done.begin(), done.end(),
            [](const Done& a, const Done& b) { return a.sequence < b.sequence; });
  for (Done& d : done) blocks->push_back(std::move(d.rows));
  return !done.empty();
}

void Reader::ReadBlock(Member* member, RowBlock* rows) {
  member->decoder.Start(member->block);
  for (;;) {
    switch (member->decoder.Next(&member->event)) {
      case Outcome::kEnd:
        return;
      case Outcome::kSkipped:
        break;
      case Outcome::kRejected: {
        const std::lock_guard lock(mutex_);
        on_reject_(member->decoder.reject());
        break;
      }
      case Outcome::kEvent: {
        const Touches touches = member->front.Take(&member->event);
        rows->Add(member->event, member->decoder.record(), touches);
        break;
      }
    }
  }
}

Counters Reader::TakeCounters() {
  Counters counters;
  for (const auto& member : members_) counters.Merge(member->decoder.TakeCounters());
  return counters;
}

void Reader::AddCounts(std::vector<uint64_t>* matches, std::vector<uint64_t>* without_key) const {
  for (const auto& member : members_) {
    for (size_t rule = 0; rule < matches->size(); ++rule) {
      (*matches)[rule] += member->front.matches()[rule];
      (*without_key)[rule] += member->front.without_key()[rule];
    }
  }
}

}  // namespace sekisho
