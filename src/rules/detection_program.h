// A detection compiled to a flat program: a list of tests, each with the next step for yes and no.
//
// There is no stack and nothing is allocated while an event is judged; a detection on the type
// alone costs one comparison. (The exceptions: RE2 builds parts of its automata on first use, and
// a time modifier that meets a text which is no time makes an error text.)
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "rules/expression.h"

namespace sekisho {

class DetectionProgram {
 public:
  // Interns the fields that the expression reads.
  DetectionProgram(const Expression& expression, FieldTable* fields);

  bool Matches(const EventView& event) const { return Matches(event, entry_); }
  // The same from `entry` on, which EntryFor gave for the type of the event.
  bool Matches(const EventView& event, uint32_t entry) const;
  // Where events of `type` that have the fields `present` (by FieldId) may begin: behind the tests
  // that this decides.
  uint32_t EntryFor(std::string_view type, const std::vector<bool>& present = {}) const;
  // Three-valued: tests on the type are decided, and whether the fields `present` (by FieldId) are
  // there; all others may go either way.
  struct TypeVerdict {
    bool may_match = false;
    bool may_fail = false;
  };
  TypeVerdict JudgeType(std::string_view type, const std::vector<bool>& present = {}) const;
  // Could an event match that is as `event`, but for the fields that are open and may have any
  // value? `open` by FieldId; fields beyond its end are not open.
  bool MayMatch(const EventView& event, const std::vector<bool>& open) const;
  const std::vector<FieldId>& fields() const { return fields_; }
  bool searches_event() const { return searches_event_; }

 private:
  enum class Op : uint8_t {
    kType,    // TextPattern on the type
    kText,    // TextPattern
    kNumber,  // NumberTest
    kExists,
    kPresent,
    kRange,      // NetworkRange
    kReference,  // Reference
    kRegex,
    kKeyword,       // TextPattern on the whole event
    kKeywordRegex,  // RE2 on the whole event
  };
  struct Instruction {
    Op op;
    FieldId field;
    uint32_t operand;  // index into the list of its kind
    uint32_t if_true;  // the next instruction, kAccept or kReject
    uint32_t if_false;
  };
  struct Reference {
    FieldId field;
    Anchor anchor;
    bool cased;
  };
  static constexpr uint32_t kAccept = 0xffff'ffff;
  static constexpr uint32_t kReject = 0xffff'fffe;

  uint32_t Emit(const Expression& expression, uint32_t if_true, uint32_t if_false,
                FieldTable* fields);
  Instruction MakeTest(const FieldTest& test, FieldTable* fields);
  FieldId Use(const std::string& field, FieldTable* fields);

  // What the test says of every event of `type` with these fields, if that is the same for all.
  std::optional<bool> Decide(const Instruction& instruction, std::string_view type,
                             const std::vector<bool>& present) const;
  bool Test(const Instruction& instruction, const EventView& event) const;
  bool TestValue(const Instruction& instruction, const Value& value) const;
  bool TestReference(FieldId field, const Reference& reference, const EventView& event) const;
  bool TestKeyword(const Instruction& instruction, const EventView& event) const;
  bool SearchText(const Instruction& instruction, std::string_view text) const;

  std::vector<Instruction> code_;
  uint32_t entry_ = kReject;
  std::vector<FieldId> fields_;
  bool searches_event_ = false;
  std::vector<TextPattern> patterns_;
  std::vector<NumberTest> numbers_;
  std::vector<NetworkRange> ranges_;
  std::vector<Reference> references_;
  std::vector<std::shared_ptr<const re2::RE2>> regexes_;
};

}  // namespace sekisho
