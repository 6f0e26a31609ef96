#include "service/statement_reader.h"

#include <memory>
#include <optional>
#include <utility>

#include "core/field.h"
#include "core/number.h"
#include "core/time.h"
#include "engine/front.h"
#include "facts/money/payout.h"
#include "facts/network/address.h"

namespace sekisho {
namespace {

class StatementReader {
 public:
  StatementReader(const DecoderOptions& options, const RecordSource& source)
      : fields_(std::make_unique<FieldTable>()),
        kind_(fields_->Intern("exemption.kind")),
        indicator_(fields_->Intern("exemption.indicator")),
        until_(fields_->Intern("exemption.until")),
        other_account_(fields_->Intern("other_account")),
        ip_(fields_->Intern("ip")),
        device_(fields_->Intern("device")),
        payout_kind_(fields_->Intern("payout.kind")),
        payout_identifier_(fields_->Intern("payout.identifier")),
        payout_institution_(fields_->Intern("payout.institution")),
        reviewer_(fields_->Intern("reviewer")),
        reason_(fields_->Intern("reason")),
        explained_(fields_->Intern("explanation.indicator")),
        result_(fields_->Intern("check.result")),
        source_(source),
        event_(fields_->size()),
        options_(options) {
    options_.fields = fields_.get();
    decoder_.emplace(options_);
  }

  void Read(const RecordRef& record, Statements* out) {
    if (!Decode(record) || !Take(out)) ++out->incomplete;
  }

 private:
  bool Decode(const RecordRef& record) {
    const StatusOr<std::string> text = source_.ReadRecord(record);
    if (!text.ok()) return false;
    const TextShape shape = source_.ShapeOf(record.source);
    block_ = MakeBlock(*text, shape.format, shape.header);
    decoder_->Start(block_);
    return decoder_->Next(&event_) == Outcome::kEvent;
  }

  std::string Text(FieldId field) const {
    const Value& value = event_.Get(field);
    if (!value.usable_as_key()) return {};
    return value.kind == ValueKind::kNumber ? CanonicalNumber(value.text) : std::string(value.text);
  }

  bool Take(Statements* out) {
    if (event_.type == "exemption.granted") return TakeExemption(out);
    ExplanationEvent one{Text(kFieldAccount), Text(explained_), event_.time_ms,
                         event_.type == "explanation.given", Text(result_) == "failed"};
    if (one.account.empty() || one.indicator.empty()) return false;
    if (one.answer && Text(result_) == "passed") {
      Exemption accepted = Begin(ExemptionKind::kExplanation);
      accepted.indicator = one.indicator;
      accepted.account = one.account;
      out->exemptions.push_back(std::move(accepted));
    }
    out->explanations.push_back(std::move(one));
    return true;
  }

  Exemption Begin(ExemptionKind kind) const {
    Exemption one;
    one.kind = kind;
    one.since_ms = event_.time_ms;
    one.reviewer = Text(reviewer_);
    one.reason = Text(reason_);
    one.event = PositionId(event_);
    return one;
  }

  bool TakeExemption(Statements* out) const {
    const std::optional<ExemptionKind> kind = ParseExemptionKind(Text(kind_));
    if (!kind) return false;
    Exemption one = Begin(*kind);
    one.indicator = Text(indicator_);
    one.account = Text(kFieldAccount);
    one.other_account = Text(other_account_);
    one.subject = Subject(*kind);
    if (const std::string until = Text(until_); !until.empty()) {
      const StatusOr<int64_t> time = ParseTime(until);
      if (!time.ok()) return false;
      one.until_ms = *time;
    }
    if (!IsComplete(one)) return false;
    // Who else is named is no part of what an address, a device or a payee is exempt from.
    if (!one.subject.empty()) one.account.clear();
    if (*kind != ExemptionKind::kHousehold && *kind != ExemptionKind::kAccount) {
      one.other_account.clear();
    }
    out->exemptions.push_back(std::move(one));
    return true;
  }

  std::string Subject(ExemptionKind kind) const {
    switch (kind) {
      case ExemptionKind::kAddress:
        return NormalAddress(Text(ip_)).value_or("");
      case ExemptionKind::kDevice:
        return Text(device_);
      case ExemptionKind::kPayee:
        return PayoutKey(Text(payout_kind_), Text(payout_identifier_), Text(payout_institution_))
            .value_or("");
      default:
        return {};
    }
  }

  static bool IsComplete(const Exemption& one) {
    switch (one.kind) {
      case ExemptionKind::kHousehold:
        return !one.account.empty() && !one.other_account.empty();
      case ExemptionKind::kAccount:
        return !one.account.empty();
      case ExemptionKind::kIndicator:
        return !one.indicator.empty();
      default:
        return !one.subject.empty();
    }
  }

  std::unique_ptr<FieldTable> fields_;
  const FieldId kind_;
  const FieldId indicator_;
  const FieldId until_;
  const FieldId other_account_;
  const FieldId ip_;
  const FieldId device_;
  const FieldId payout_kind_;
  const FieldId payout_identifier_;
  const FieldId payout_institution_;
  const FieldId reviewer_;
  const FieldId reason_;
  const FieldId explained_;
  const FieldId result_;
  const RecordSource& source_;
  EventView event_;
  DecoderOptions options_;
  std::optional<Decoder> decoder_;
  Block block_;
};

}  // namespace

Statements ReadStatements(const DecoderOptions& options, const RecordSource& source,
                          const std::vector<RecordRef>& records) {
  Statements statements;
  if (records.empty()) return statements;
  StatementReader reader(options, source);
  for (const RecordRef& record : records) reader.Read(record, &statements);
  return statements;
}

}  // namespace sekisho
