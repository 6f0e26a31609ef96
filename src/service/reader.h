// Blocks of records → rows: the part of a scan that looks at bytes.
#pragma once

#include <atomic>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/thread_team.h"
#include "engine/front.h"
#include "ingest/counters.h"
#include "ingest/decoder.h"
#include "service/read_block.h"
#include "service/record_source.h"

namespace sekisho {

// Reads portions of the input with all members of a team. Use from one thread.
class Reader {
 public:
  // Called for each refused record, from one thread at a time, which may be any of the team.
  using OnReject = std::function<void(const Reject&)>;

  // `settle`: whether the blocks are settled (ReadBlock). `cost_clock`: see
  // RuleCosts.
  Reader(const Plan& plan, const DecoderOptions& options, RecordSource* source, ThreadTeam* team,
         bool settle, CostClock cost_clock, OnReject on_reject);
  ~Reader();

  // Reads up to `count` blocks and appends them to `blocks`, in the order of the input; false when
  // nothing was left. Blocks given back with Recycle are used again. Until the next call members of
  // the team that wait for others read on.
  bool Read(size_t count, ReadBlocks* blocks);
  // From now on the first event that holds the number of a document ends the input.
  void RefuseDocuments();
  // Where that was.
  const std::optional<RecordRef>& refused_document() const { return refused_document_; }
  // From now on events after this time are only counted. Called before anything is read.
  void LeaveOutAfter(int64_t time_ms) { until_ms_ = time_ms; }
  uint64_t later() const { return later_; }
  // Nobody reads on from here; what was read ahead is lost.
  void Stop();
  void Recycle(std::unique_ptr<ReadBlock> block) { spare_.push_back(std::move(block)); }

  Counters TakeCounters();
  // Where the events stand that are statements (service/statement_reader.h), in no order.
  std::vector<RecordRef> Statements() const;
  // What the events so far have had.
  FieldsByType Known() const;
  // By rule.
  void AddCounts(std::vector<uint64_t>* matches, std::vector<uint64_t>* without_key) const;
  void AddCosts(RuleCosts* costs) const;

 private:
  struct Member;
  // A block to be read, and what stands in it.
  struct Task {
    std::unique_ptr<ReadBlock> block;
    uint64_t sequence = 0;
    bool done = false;
  };
  void Prepare(size_t count);
  bool ReadOne(uint32_t self);
  void ReadRows(Member* member, ReadBlock* block);
  bool HoldsRefusedDocument(const EventView& event) const;
  void EndAtDocument(const RecordRef& record);

  const Plan& plan_;
  RecordSource* const source_;
  ThreadTeam* const team_;
  const bool settle_;
  const OnReject on_reject_;
  std::mutex mutex_;  // of on_reject_ and refused_document_
  std::vector<FieldId> refused_fields_;
  std::optional<RecordRef> refused_document_;
  std::atomic<bool> ended_ = false;
  int64_t until_ms_ = std::numeric_limits<int64_t>::max();
  std::atomic<uint64_t> later_ = 0;
  std::vector<std::unique_ptr<Member>> members_;
  ReadBlocks spare_;
  std::vector<Task> tasks_;
  std::atomic<size_t> next_task_ = 0;
  const std::function<bool(uint32_t)> read_one_;
};

}  // namespace sekisho
