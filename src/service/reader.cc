#include "service/reader.h"

#include <algorithm>
#include <tuple>

#include "core/text.h"
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
    : plan_(plan),
      source_(source),
      team_(team),
      settle_(settle),
      on_reject_(std::move(on_reject)),
      read_one_([this](uint32_t self) { return ReadOne(self); }) {
  for (uint32_t i = 0; i < team->size(); ++i) {
    members_.push_back(std::make_unique<Member>(plan, options, cost_clock));
  }
}

Reader::~Reader() { Stop(); }

bool Reader::Read(size_t count, ReadBlocks* blocks) {
  if (tasks_.empty()) Prepare(count);
  team_->Run([this](uint32_t self) {
    while (ReadOne(self)) continue;
  });
  std::sort(tasks_.begin(), tasks_.end(), [](const Task& a, const Task& b) {
    return a.done != b.done ? a.done : a.sequence < b.sequence;
  });
  const bool any = tasks_.front().done;
  for (Task& task : tasks_) {
    (task.done ? *blocks : spare_).push_back(std::move(task.block));
  }
  Prepare(count);
  team_->DoMeanwhile(&read_one_);
  return any;
}

void Reader::Stop() {
  team_->StopMeanwhile();
  tasks_.clear();
}

void Reader::Prepare(size_t count) {
  tasks_.resize(count);
  for (Task& task : tasks_) {
    if (spare_.empty()) {
      task.block = std::make_unique<ReadBlock>(plan_, ShardsFor(team_->size()));
    } else {
      task.block = std::move(spare_.back());
      spare_.pop_back();
    }
    task.done = false;
  }
  next_task_ = 0;
}

// Reads the next block; false when all have been taken or the input has ended.
bool Reader::ReadOne(uint32_t self) {
  if (ended_ || next_task_.load(std::memory_order_relaxed) >= tasks_.size()) return false;
  const size_t number = next_task_.fetch_add(1);
  Member* member = members_[self].get();
  if (number >= tasks_.size() || !source_->NextBlock(&member->block)) return false;
  Task& task = tasks_[number];
  task.sequence = member->block.sequence;
  task.block->Clear(settle_);
  ReadRows(member, task.block.get());
  if (settle_) task.block->Settle();
  task.done = true;
  return true;
}

void Reader::ReadRows(Member* member, ReadBlock* block) {
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
        if (member->event.time_ms > until_ms_) {
          later_.fetch_add(1, std::memory_order_relaxed);
          break;
        }
        if (HoldsRefusedDocument(member->event)) return EndAtDocument(member->decoder.record());
        const Touches touches = member->front.Take(&member->event);
        block->Add(member->event, member->decoder.record(), touches);
        if (IsStatement(member->event.type)) member->statements.push_back(member->decoder.record());
        break;
      }
    }
  }
}

void Reader::RefuseDocuments() {
  for (const std::string_view name : {"document.number", "document.mrz"}) {
    if (const FieldId field = plan_.fields().Find(name); field != kNoField) {
      refused_fields_.push_back(field);
    }
  }
}

bool Reader::HoldsRefusedDocument(const EventView& event) const {
  return std::any_of(refused_fields_.begin(), refused_fields_.end(), [&](FieldId field) {
    const Value& value = event.Get(field);
    return value.usable_as_key() && !IsMasked(value.text);
  });
}

// Blocks are taken in the order of the input, so of all that are met before everybody has stopped
// the first is the first of the input.
void Reader::EndAtDocument(const RecordRef& record) {
  ended_ = true;
  const std::lock_guard lock(mutex_);
  const auto place = [](const RecordRef& ref) { return std::tie(ref.source, ref.offset); };
  if (!refused_document_ || place(record) < place(*refused_document_)) refused_document_ = record;
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

FieldsByType Reader::Known() const {
  FieldsByType known;
  for (const auto& member : members_) member->front.AddKnown(&known);
  return known;
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
