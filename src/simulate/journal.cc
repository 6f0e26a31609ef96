#include "simulate/journal.h"

#include <cstring>

#include "core/time.h"

namespace sekisho::simulate {
namespace {

void AppendTwo(uint32_t number, std::string* out) {
  out->push_back(static_cast<char>('0' + number / 10));
  out->push_back(static_cast<char>('0' + number % 10));
}

}  // namespace

Journal& Journal::Begin(int64_t time_ms, std::string_view type) {
  row_ = {time_ms, driver_, number_++, text_.size(), 0};
  text_ += "\"time\":\"";
  AppendTime(time_ms);
  text_ += '"';
  first_ = false;
  return Text("type", type);
}

Journal& Journal::Begin(int64_t time_ms, std::string_view type, uint32_t account) {
  return Begin(time_ms, type).Account("account", account);
}

void Journal::Key(std::string_view key) {
  if (!first_) text_ += ',';
  first_ = false;
  text_ += '"';
  text_ += key;
  text_ += "\":";
}

Journal& Journal::Text(std::string_view key, std::string_view value) {
  Key(key);
  text_ += '"';
  text_ += value;
  text_ += '"';
  return *this;
}

Journal& Journal::Number(std::string_view key, uint64_t value) {
  Key(key);
  char digits[20];
  size_t n = 0;
  do {
    digits[n++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  while (n > 0) text_ += digits[--n];
  return *this;
}

Journal& Journal::Boolean(std::string_view key, bool value) {
  Key(key);
  text_ += value ? "true" : "false";
  return *this;
}

Journal& Journal::Account(std::string_view key, uint32_t account) {
  Key(key);
  text_ += '"';
  population_->AppendAccount(account, &text_);
  text_ += '"';
  return *this;
}

Journal& Journal::Ip(const Address& address) {
  Key("ip");
  text_ += '"';
  AppendAddress(address, &text_);
  text_ += '"';
  return *this;
}

Journal& Journal::Device(std::string_view key, uint64_t device) {
  Key(key);
  text_ += '"';
  AppendDevice(device, &text_);
  text_ += '"';
  return *this;
}

Journal& Journal::Id(std::string_view key, char letter, uint64_t id) {
  Key(key);
  text_ += '"';
  text_ += letter;
  constexpr char kHex[] = "0123456789abcdef";
  for (int shift = 44; shift >= 0; shift -= 4) text_ += kHex[(id >> shift) & 15];
  text_ += '"';
  return *this;
}

Journal& Journal::Time(std::string_view key, int64_t time_ms) {
  Key(key);
  text_ += '"';
  AppendTime(time_ms);
  text_ += '"';
  return *this;
}

Journal& Journal::Open(std::string_view key) {
  Key(key);
  text_ += '{';
  first_ = true;
  return *this;
}

Journal& Journal::Close() {
  text_ += '}';
  first_ = false;
  return *this;
}

void Journal::End() {
  text_ += "}\n";
  row_.length = static_cast<uint32_t>(text_.size() - row_.offset);
  rows_.push_back(row_);
}

void Journal::Clear() {
  text_.clear();
  rows_.clear();
}

void Journal::Copy(const Journal& from, const Row& row) {
  Row copy = row;
  copy.offset = text_.size();
  text_ += from.TextOf(row);
  rows_.push_back(copy);
}

void Journal::AppendTime(int64_t time_ms) {
  int64_t day = time_ms / kDayMs;
  if (day * kDayMs > time_ms) --day;
  if (day != day_) {
    day_ = day;
    std::memcpy(date_, FormatTime(day * kDayMs).data(), sizeof date_);
  }
  text_.append(date_, sizeof date_);
  const auto ms = static_cast<uint32_t>(time_ms - day * kDayMs);
  AppendTwo(ms / 3'600'000, &text_);
  text_ += ':';
  AppendTwo(ms / 60'000 % 60, &text_);
  text_ += ':';
  AppendTwo(ms / 1000 % 60, &text_);
  text_ += '.';
  text_ += static_cast<char>('0' + ms % 1000 / 100);
  AppendTwo(ms % 100, &text_);
  text_ += 'Z';
}

}  // namespace sekisho::simulate
