// Events as lines of NDJSON before they are put in order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/networks.h"
#include "simulate/population.h"

namespace sekisho::simulate {

// Collects the events of some accounts. Not thread-safe; each thread has its own.
//
//   journal.Begin(time_ms, "payout.account", account)
//       .Open("payout").Text("kind", "bank").Text("identifier", "…").Close()
//       .Text("action", "added").End();
//
// Texts are the market's own and hold nothing that JSON must escape.
class Journal {
 public:
  struct Row {
    int64_t time_ms;
    uint32_t driver;  // the account whose day made the event
    uint32_t number;  // of the events of that account's day
    uint64_t offset;  // of the line in text(), without its id
    uint32_t length;
  };

  explicit Journal(const Population& population) : population_(&population) {}

  // The events from here on are made by the day of that account.
  void SetDriver(uint32_t account) {
    driver_ = account;
    number_ = 0;
  }

  Journal& Begin(int64_t time_ms, std::string_view type, uint32_t account);
  // For events about no account.
  Journal& Begin(int64_t time_ms, std::string_view type);
  Journal& Text(std::string_view key, std::string_view value);
  Journal& Number(std::string_view key, uint64_t value);
  Journal& Boolean(std::string_view key, bool value);
  Journal& Account(std::string_view key, uint32_t account);
  Journal& Ip(const Address& address);
  Journal& Device(std::string_view key, uint64_t device);
  // "s" or "p" and 12 hex digits.
  Journal& Id(std::string_view key, char letter, uint64_t id);
  Journal& Time(std::string_view key, int64_t time_ms);
  Journal& Open(std::string_view key);
  Journal& Close();
  void End();

  const std::vector<Row>& rows() const { return rows_; }
  std::string_view TextOf(const Row& row) const {
    return std::string_view(text_).substr(row.offset, row.length);
  }
  void Clear();
  // Takes over an event of another journal.
  void Copy(const Journal& from, const Row& row);

 private:
  void Key(std::string_view key);
  void AppendTime(int64_t time_ms);

  const Population* population_;
  uint32_t driver_ = 0;
  uint32_t number_ = 0;
  Row row_{};
  bool first_ = true;  // nothing stands yet in the innermost object
  int64_t day_ = INT64_MIN;
  char date_[11] = {};  // of day_: "2026-04-06T"
  std::string text_;
  std::vector<Row> rows_;
};

}  // namespace sekisho::simulate
