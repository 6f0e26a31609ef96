#include "evaluate/quality_json.h"

#include <cmath>

#include "core/json_writer.h"
#include "core/number.h"

namespace sekisho {
namespace {

int64_t Micros(double rate) { return std::llround(rate * static_cast<double>(kMicro)); }

class Writer {
 public:
  Writer(const Outcome& outcome, const Quality& quality) : outcome_(outcome), quality_(quality) {}

  std::string Write() {
    json_.BeginObject().Key("accounts").Count(quality_.accounts);
    json_.Key("ring_accounts").Count(quality_.ring_accounts).Key("rings").Count(quality_.rings);
    json_.Key("not_in_truth").Count(quality_.not_in_truth);
    json_.Key("levels");
    Levels();
    json_.Key("linked");
    Linked();
    json_.Key("linked_or_case");
    WriteCatch(quality_.linked_or_case);
    json_.Key("groups");
    Groups();
    json_.Key("indicators");
    Indicators();
    json_.Key("queue");
    Queue();
    json_.Key("cases");
    Cases();
    json_.Key("honest").BeginObject();
    Slices("kind", quality_.kinds, false);
    Slices("country", quality_.countries, false);
    Slices("language", quality_.languages, false);
    Slices("age", quality_.ages, false);
    json_.EndObject().Key("ring").BeginObject();
    Slices("care", quality_.ring_cares, true);
    Slices("role", quality_.ring_roles, true);
    Slices("age", quality_.ring_ages, true);
    json_.EndObject().Key("causes");
    Causes();
    json_.Key("combinations");
    Combinations();
    json_.Key("missed");
    MissedOnes();
    json_.EndObject();
    return text_ + "\n";
  }

 private:
  void WriteShare(const Share& share) {
    const Bounds bounds = WilsonBounds(share);
    json_.BeginObject().Key("part").Count(share.part).Key("of").Count(share.of).Key("rate");
    if (share.of == 0) {
      json_.Null();
    } else {
      json_.Micros(Micros(share.rate()));
    }
    json_.Key("low").Micros(Micros(bounds.low)).Key("high").Micros(Micros(bounds.high));
    json_.EndObject();
  }

  void Member(std::string_view name, const Share& share) {
    json_.Key(name);
    WriteShare(share);
  }

  void CatchMembers(const Catch& caught) {
    Member("precision", caught.precision);
    Member("recall", caught.recall);
    json_.Key("recall_by_care").BeginObject();
    for (size_t i = 0; i < quality_.cares.size(); ++i) Member(quality_.cares[i], caught.by_care[i]);
    json_.EndObject();
  }

  void WriteCatch(const Catch& caught) {
    json_.BeginObject();
    CatchMembers(caught);
    json_.EndObject();
  }

  void Levels() {
    json_.BeginObject();
    for (size_t i = 0; i < kTroubleLevelCount; ++i) {
      json_.Key(LevelName(kTroubleLevels[i]));
      WriteCatch(quality_.levels[i]);
    }
    json_.EndObject();
  }

  void Linked() {
    json_.BeginObject();
    for (size_t i = 0; i < kAssessmentLevels; ++i) {
      json_.Key(LevelName(static_cast<AssessmentLevel>(i)));
      WriteCatch(quality_.linked[i]);
    }
    json_.EndObject();
  }

  void Groups() {
    json_.BeginObject();
    for (size_t i = 0; i < kAssessmentLevels; ++i) {
      const GroupCatch& group = quality_.groups[i];
      json_.Key(LevelName(static_cast<AssessmentLevel>(i))).BeginObject();
      Member("right", group.right);
      Member("mixed", group.mixed);
      Member("rings_found", group.found);
      json_.EndObject();
    }
    json_.EndObject();
  }

  void Indicators() {
    json_.BeginArray();
    for (const IndicatorCatch& line : quality_.indicators) {
      json_.BeginObject().Key("indicator").Text(Code(line.indicator));
      CatchMembers(line.caught);
      json_.EndObject();
    }
    json_.EndArray();
  }

  const std::string& Code(uint32_t indicator) const { return outcome_.indicators[indicator].code; }

  void Queue() {
    json_.BeginArray();
    for (const QueueHead& head : quality_.queue) {
      json_.BeginObject().Key("first").Count(head.first);
      Member("right", head.right);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void Cases() {
    json_.BeginObject().Key("months").BeginArray();
    for (const MonthCases& month : quality_.months) {
      json_.BeginObject();
      Member("all", {month.all, quality_.accounts});
      Member("honest", {month.honest, quality_.accounts - quality_.ring_accounts});
      json_.EndObject();
    }
    json_.EndArray();
    json_.Key("earlier").BeginObject().Key("all").Count(quality_.earlier.all);
    json_.Key("honest").Count(quality_.earlier.honest).EndObject().EndObject();
  }

  void Slices(std::string_view name, const std::vector<Slice>& slices, bool ring) {
    json_.Key(name).BeginArray();
    for (const Slice& slice : slices) {
      json_.BeginObject().Key("value").Text(slice.value);
      for (size_t i = 0; i < kTroubleLevelCount; ++i) {
        Member(LevelName(kTroubleLevels[i]), slice.at_least[i]);
      }
      if (ring) {
        Member("linked_case", slice.linked_case);
        Member("linked_or_case", slice.linked_or_case);
      }
      json_.EndObject();
    }
    json_.EndArray();
  }

  void Causes() {
    json_.BeginObject();
    for (const KindCauses& line : quality_.causes) {
      json_.Key(line.kind).BeginArray();
      for (const Cause& cause : line.causes) {
        json_.BeginObject().Key("indicator").Text(Code(cause.indicator));
        json_.Key("accounts").Count(cause.accounts).Key("alone").Count(cause.alone).EndObject();
      }
      json_.EndArray();
    }
    json_.EndObject();
  }

  void Combinations() {
    json_.BeginArray();
    for (const Combination& line : quality_.combinations) {
      json_.BeginObject().Key("indicators").BeginArray();
      for (const uint32_t indicator : line.indicators) json_.Text(Code(indicator));
      json_.EndArray().Key("ring").Count(line.ring).Key("honest").Count(line.honest);
      json_.Key("kinds").BeginObject();
      for (const auto& [kind, number] : line.kinds) json_.Key(kind).Count(number);
      json_.EndObject().EndObject();
    }
    json_.EndArray();
  }

  void MissedOnes() {
    json_.BeginArray();
    for (const Missed& line : quality_.missed) {
      json_.BeginObject().Key("care").Text(line.care).Key("accounts").Count(line.accounts);
      json_.Key("unnamed").Count(line.unnamed).Key("indicators").BeginObject();
      for (const auto& [indicator, accounts] : line.indicators) {
        json_.Key(Code(indicator)).Count(accounts);
      }
      json_.EndObject().EndObject();
    }
    json_.EndArray();
  }

  const Outcome& outcome_;
  const Quality& quality_;
  std::string text_;
  JsonWriter json_{&text_};
};

}  // namespace

std::string QualityJson(const Outcome& outcome, const Quality& quality) {
  return Writer(outcome, quality).Write();
}

}  // namespace sekisho
