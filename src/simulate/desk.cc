#include "simulate/desk.h"

namespace sekisho::simulate {
namespace {

constexpr uint32_t kRemoteDesktopPort = 3389;

}  // namespace

void Desk::Start(uint32_t account, int32_t day) {
  account_ = account;
  day_ = day;
  visits_.clear();
}

void Desk::Arrive(int64_t time_ms, const Spot& spot) {
  const uint64_t session =
      Mix(world_.population.at(account_).hash, static_cast<uint64_t>(time_ms), visits_.size());
  visits_.push_back({time_ms, time_ms, session, spot});
  journal_->Begin(time_ms, "session.start", account_).Id("session", 's', session);
  journal_->Ip(spot.address).Text("country", spot.country).Device("device", spot.device);
  journal_->Text("user_agent", UserAgent(spot.device, spot.phone))
      .Text("time_zone", spot.time_zone);
  journal_->Open("mfa").Device("device", spot.mfa).Close().Text("service", "platform").End();
}

void Desk::Use(int64_t time_ms, const Address& address, std::string_view country) {
  Visit& visit = visits_.back();
  visit.end_ms = time_ms;
  journal_->Begin(time_ms, "session.activity", account_).Id("session", 's', visit.session);
  journal_->Ip(address).Text("country", country).Device("device", visit.spot.device).End();
}

void Desk::Leave(int64_t time_ms, bool sign_out) {
  Visit& visit = visits_.back();
  visit.end_ms = time_ms;
  if (!sign_out) return;
  journal_->Begin(time_ms, "session.end", account_).Id("session", 's', visit.session);
  journal_->Text("reason", "sign-out").End();
}

void Desk::Check(int64_t time_ms, RemoteTrace trace, std::string_view product) {
  const Visit& visit = visits_.back();
  journal_->Begin(time_ms, "network.check", account_).Id("session", 's', visit.session);
  journal_->Ip(visit.spot.address).Number("port", kRemoteDesktopPort);
  journal_->Boolean("open", trace == RemoteTrace::kPort);
  journal_->Boolean("remote_session", trace == RemoteTrace::kSession);
  if (!product.empty()) journal_->Text("product", product);
  journal_->End();
}

Moment Desk::Pick(Random* random) const {
  const Visit& visit = visits_[random->Below(visits_.size())];
  // Not in the first moments: people look around first.
  const int64_t length = std::max<int64_t>(visit.end_ms - visit.start_ms, 2000);
  return {visit.start_ms + random->Between(1000, length - 1), &visit};
}

}  // namespace sekisho::simulate
