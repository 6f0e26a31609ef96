#include "service/reader.h"

#include <algorithm>
#include <atomic>

#include "service/statement_reader.h"

namespace sekisho {

struct Reader::Member {
  Member(const Plan& plan, const DecoderOptions& options, CostClock cost_clock)
      : decoder(options), front(plan, cost_clock), event(plan.fields().size()) {}
  Decoder decoder;
  Front front;
  EventView event;
  Block block;
  std::vector<RecordRef> statements;
};

Reader::Reader(const Plan& plan, const DecoderOptions& options, RecordSource* source,
               ThreadTeam* team, bool settle, CostClock cost_clock, OnReject on_reject)
    : plan_(plan), source_(source), team_(team), settle_(settle), on_reject_(std::move(on_reject)) {
  for (uint32_t i = 0; i < team->size(); ++i) {
    members_.push_back(std::make_unique<Member>(plan, options, cost_clock));
  }
}

Reader::~Reader() = default;

bool Reader::Read(size_t count, ReadBlocks* blocks) {
  struct Done {
    uint64_t sequence = 0;
    std::unique_ptr<ReadBlock> block;
  };
  while (spare_.size() < count)
    spare_.push_back(std::make_unique<ReadBlock>(plan_, ShardsFor(team_->size())));
  std::vector<Done> done(count);
  std::atomic<size_t> next = 0;
  team_->Run([&](uint32_t self) {
    Member* member = members_[self].get();
    for (;;) {
      const size_t i = next.fetch_add(1);
      if (i >= count || !source_->NextBlock(&member->block)) return;
      done[i] = {member->block.sequence, std::move(spare_[spare_.size() - count + i])};
      done[i].block->Clear();
      ReadRows(member, &done[i].block->rows());
      if (settle_) done[i].block->Settle();
    }
  });
  std::erase(spare_, nullptr);
  std::erase_if(done, [](const Done& d) { return d.block == nullptr; });
  std::sort(done.begin(), done.end(),
            [](const Done& a, const Done& b) { return a.sequence < b.sequence; });
  for (Done& d : done) blocks->push_back(std::move(d.block));
  return !done.empty();
}

void Reader::ReadRows(Member* member, RowBlock* rows) {
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
        if (IsStatement(member->event.type)) member->statements.push_back(member->decoder.record());
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

std::vector<RecordRef> Reader::Statements() const {
  std::vector<RecordRef> all;
  for (const auto& member : members_) {
    all.insert(all.end(), member->statements.begin(), member->statements.end());
  }
  return all;
}

void Reader::AddCounts(std::vector<uint64_t>* matches, std::vector<uint64_t>* without_key) const {
  for (const auto& member : members_) {
    for (size_t rule = 0; rule < matches->size(); ++rule) {
      (*matches)[rule] += member->front.matches()[rule];
      (*without_key)[rule] += member->front.without_key()[rule];
    }
  }
}

void Reader::AddCosts(RuleCosts* costs) const {
  for (const auto& member : members_) costs->Add(member->front.costs());
}

}  // namespace sekisho
