#include "lists/list_session.h"

#include <optional>

#include "core/hash.h"
#include "core/limits.h"

namespace sekisho {

ListSession::ListSession(std::shared_ptr<const ListSet> lists) : lists_(std::move(lists)) {}

std::string_view ListSession::Network(std::string_view ip, NetworkField field, int64_t time_ms) {
  const Known& known = Find(ip);
  const std::string_view listed = lists_->network().Value(known.records, field, time_ms);
  if (!listed.empty()) return listed;
  const Known::Answer& answer = known.answers[static_cast<size_t>(field)];
  return time_ms < answer.until_ms ? std::string_view(answer.value) : std::string_view();
}

const ListSession::Known& ListSession::Find(std::string_view ip) {
  if (last_ != nullptr && std::string_view(last_->text.data(), last_->size) == ip) return *last_;
  Known* place = &other_;
  if (!ip.empty() && ip.size() <= kAddressBytesMax) {
    if (known_.empty()) known_.resize(limits::kListAnswersMax);
    place = &known_[HashBytes(ip, 0).low % known_.size()];
    last_ = place;
    if (std::string_view(place->text.data(), place->size) == ip) return *place;
    ip.copy(place->text.data(), ip.size());
    place->size = static_cast<uint8_t>(ip.size());
  }
  place->records = {};
  for (Known::Answer& answer : place->answers) answer = {};
  if (const std::optional<Address> address = ParseAddress(ip)) LookUp(*address, place);
  return *place;
}

void ListSession::LookUp(const Address& address, Known* known) const {
  known->records = lists_->network().Find(address);
  // The one that lives longest is asked first, so that an answer is good for as long as any is.
  for (const ListSet::Database& one : lists_->databases()) {
    NetworkValues values;
    one.database->Find(address, &values);
    for (size_t i = 0; i < kNetworkFields; ++i) {
      if (values[i].empty() || !known->answers[i].value.empty()) continue;
      known->answers[i] = {std::move(values[i]), one.expires_ms};
    }
  }
}

}  // namespace sekisho
