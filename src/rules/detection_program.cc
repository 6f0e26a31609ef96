#include "rules/detection_program.h"

#include <algorithm>

#include "rules/regex.h"

namespace sekisho {
namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

// What a test costs, roughly, so that cheap ones come first. The type first of all: it decides
// most.
int Cost(const FieldTest& test) {
  constexpr int kTextCost = 2, kNumberCost = 3, kRangeCost = 10, kReferenceCost = 12;
  constexpr int kRegexCost = 40, kKeywordCost = 100;
  const int base = test.field.empty() ? kKeywordCost : 0;
  const int body = std::visit(
      Overloaded{[](const ExistsTest&) { return 1; }, [](const PresentTest&) { return 1; },
                 [](const TextPattern& pattern) { return kTextCost + pattern.cost(); },
                 [](const NumberTest&) { return kNumberCost; },
                 [](const NetworkRange&) { return kRangeCost; },
                 [](const ReferenceTest&) { return kReferenceCost; },
                 [](const RegexTest&) { return kRegexCost; }},
      test.body);
  return test.field == "type" ? body - kTextCost : base + body;
}

int Cost(const Expression& expression) {
  if (expression.kind == Expression::Kind::kTest) return Cost(*expression.test);
  int cost = 0;
  for (const Expression& child : expression.children) cost = std::max(cost, Cost(child));
  // A tree is tried after a single test of the same price.
  return cost + 1;
}

// Any element of a list, or the value itself.
template <typename Predicate>
bool AnyElement(const Value& value, const Predicate& predicate) {
  if (value.kind != ValueKind::kList) return value.present() && predicate(value);
  for (const Value& item : value.items) {
    if (AnyElement(item, predicate)) return true;
  }
  return false;
}

// The value of any field. The envelope holds the type and the id even where a codec sets no value.
Value ValueOf(FieldId field, const EventView& event) {
  const Value& value = event.Get(field);
  if (field == kFieldType && !event.type.empty()) return Value::Text(event.type);
  if (field == kFieldId && !value.present() && !event.id.empty()) return Value::Text(event.id);
  return value;
}

}  // namespace

DetectionProgram::DetectionProgram(const Expression& expression, FieldTable* fields) {
  entry_ = Emit(expression, kAccept, kReject, fields);
}

// Emits from the end: when a test is written, the places it leads to are known.
uint32_t DetectionProgram::Emit(const Expression& expression, uint32_t if_true, uint32_t if_false,
                                FieldTable* fields) {
  switch (expression.kind) {
    case Expression::Kind::kNever:
      return if_false;
    case Expression::Kind::kNot:
      return Emit(expression.children[0], if_false, if_true, fields);
    case Expression::Kind::kTest: {
      Instruction instruction = MakeTest(*expression.test, fields);
      instruction.if_true = if_true;
      instruction.if_false = if_false;
      code_.push_back(instruction);
      return static_cast<uint32_t>(code_.size() - 1);
    }
    case Expression::Kind::kAnd:
    case Expression::Kind::kOr:
      break;
  }
  std::vector<const Expression*> children;
  for (const Expression& child : expression.children) children.push_back(&child);
  std::stable_sort(children.begin(), children.end(),
                   [](const Expression* a, const Expression* b) { return Cost(*a) < Cost(*b); });
  const bool conjunction = expression.kind == Expression::Kind::kAnd;
  uint32_t next = conjunction ? if_true : if_false;
  for (auto child = children.rbegin(); child != children.rend(); ++child) {
    next =
        conjunction ? Emit(**child, next, if_false, fields) : Emit(**child, if_true, next, fields);
  }
  return next;
}

FieldId DetectionProgram::Use(const std::string& field, FieldTable* fields) {
  const FieldId id = fields->Intern(field);
  if (std::find(fields_.begin(), fields_.end(), id) == fields_.end()) fields_.push_back(id);
  return id;
}

DetectionProgram::Instruction DetectionProgram::MakeTest(const FieldTest& test,
                                                         FieldTable* fields) {
  Instruction instruction{};
  const bool keyword = test.field.empty();
  searches_event_ = searches_event_ || keyword;
  instruction.field = keyword ? kNoField : Use(test.field, fields);
  const auto add = [&instruction](Op op, auto* list, auto operand) {
    instruction.op = op;
    instruction.operand = static_cast<uint32_t>(list->size());
    list->push_back(std::move(operand));
  };
  std::visit(
      Overloaded{[&](const ExistsTest&) { instruction.op = Op::kExists; },
                 [&](const PresentTest&) { instruction.op = Op::kPresent; },
                 [&](const TextPattern& pattern) {
                   const bool type = instruction.field == kFieldType;
                   add(keyword ? Op::kKeyword : type ? Op::kType : Op::kText, &patterns_, pattern);
                 },
                 [&](const NumberTest& number) { add(Op::kNumber, &numbers_, number); },
                 [&](const NetworkRange& range) { add(Op::kRange, &ranges_, range); },
                 [&](const ReferenceTest& reference) {
                   add(Op::kReference, &references_,
                       Reference{Use(reference.field, fields), reference.anchor, reference.cased});
                 },
                 [&](const RegexTest& regex) {
                   add(keyword ? Op::kKeywordRegex : Op::kRegex, &regexes_, regex.regex);
                 }},
      test.body);
  return instruction;
}

bool DetectionProgram::Matches(const EventView& event, uint32_t entry) const {
  uint32_t at = entry;
  while (at < kReject) {
    const Instruction& instruction = code_[at];
    at = Test(instruction, event) ? instruction.if_true : instruction.if_false;
  }
  return at == kAccept;
}

std::optional<bool> DetectionProgram::Decide(const Instruction& instruction, std::string_view type,
                                             const std::vector<bool>& present) const {
  const bool is_there = (instruction.op == Op::kExists || instruction.op == Op::kPresent) &&
                        instruction.field < present.size() && present[instruction.field];
  if (is_there) return true;
  const bool of_type =
      instruction.field == kFieldType && instruction.op != Op::kReference && !type.empty();
  if (!of_type) return std::nullopt;
  return TestValue(instruction, Value::Text(type));
}

uint32_t DetectionProgram::EntryFor(std::string_view type, const std::vector<bool>& present) const {
  uint32_t at = entry_;
  while (at < kReject) {
    const std::optional<bool> holds = Decide(code_[at], type, present);
    if (!holds) break;
    at = *holds ? code_[at].if_true : code_[at].if_false;
  }
  return at;
}

DetectionProgram::TypeVerdict DetectionProgram::JudgeType(std::string_view type,
                                                          const std::vector<bool>& present) const {
  TypeVerdict verdict;
  std::vector<bool> seen(code_.size());
  std::vector<uint32_t> reachable = {entry_};
  const auto reach = [&](uint32_t at) {
    if (at < kReject && seen[at]) return;
    if (at < kReject) seen[at] = true;
    reachable.push_back(at);
  };
  while (!reachable.empty()) {
    const uint32_t at = reachable.back();
    reachable.pop_back();
    if (at >= kReject) {
      (at == kAccept ? verdict.may_match : verdict.may_fail) = true;
      continue;
    }
    const Instruction& instruction = code_[at];
    const std::optional<bool> holds = Decide(instruction, type, present);
    if (!holds || *holds) reach(instruction.if_true);
    if (!holds || !*holds) reach(instruction.if_false);
  }
  return verdict;
}

bool DetectionProgram::MayMatch(const EventView& event, const std::vector<bool>& open) const {
  const auto is_open = [&open](FieldId field) { return field < open.size() && open[field]; };
  std::vector<bool> seen(code_.size());
  std::vector<uint32_t> reachable = {entry_};
  while (!reachable.empty()) {
    const uint32_t at = reachable.back();
    reachable.pop_back();
    if (at == kAccept) return true;
    if (at == kReject || seen[at]) continue;
    seen[at] = true;
    const Instruction& instruction = code_[at];
    const bool keyword = instruction.op == Op::kKeyword || instruction.op == Op::kKeywordRegex;
    const bool undecided =
        keyword || is_open(instruction.field) ||
        (instruction.op == Op::kReference && is_open(references_[instruction.operand].field));
    const bool holds = !undecided && Test(instruction, event);
    if (undecided || holds) reachable.push_back(instruction.if_true);
    if (undecided || !holds) reachable.push_back(instruction.if_false);
  }
  return false;
}

bool DetectionProgram::Test(const Instruction& instruction, const EventView& event) const {
  if (instruction.op == Op::kType && !event.type.empty()) {
    return patterns_[instruction.operand].Matches(event.type);
  }
  if (instruction.op == Op::kKeyword || instruction.op == Op::kKeywordRegex) {
    return TestKeyword(instruction, event);
  }
  if (instruction.field == kNoField) return false;  // the field table is full; loading failed
  if (instruction.op == Op::kReference) {
    return TestReference(instruction.field, references_[instruction.operand], event);
  }
  if (instruction.field == kFieldTime && instruction.op == Op::kNumber) {
    const NumberTest& test = numbers_[instruction.operand];
    if (test.part != TimePart::kNone) return test.MatchesTime(event.time_ms);
  }
  if (instruction.field <= kFieldType) {
    return TestValue(instruction, ValueOf(instruction.field, event));
  }
  return TestValue(instruction, event.Get(instruction.field));
}

bool DetectionProgram::TestValue(const Instruction& instruction, const Value& value) const {
  const uint32_t operand = instruction.operand;
  switch (instruction.op) {
    case Op::kExists:
      return value.kind != ValueKind::kAbsent;
    case Op::kPresent:
      return value.present();
    case Op::kType:
    case Op::kText:
      return AnyElement(value,
                        [&](const Value& item) { return patterns_[operand].Matches(item.text); });
    case Op::kNumber:
      return AnyElement(value, [&](const Value& item) { return numbers_[operand].Matches(item); });
    case Op::kRange:
      return AnyElement(value,
                        [&](const Value& item) { return ranges_[operand].Contains(item.text); });
    case Op::kRegex:
      return AnyElement(
          value, [&](const Value& item) { return RegexMatches(*regexes_[operand], item.text); });
    case Op::kReference:
    case Op::kKeyword:
    case Op::kKeywordRegex:
      break;  // handled by Test
  }
  return false;
}

bool DetectionProgram::TestReference(FieldId field, const Reference& reference,
                                     const EventView& event) const {
  return AnyElement(ValueOf(field, event), [&](const Value& a) {
    return AnyElement(ValueOf(reference.field, event), [&](const Value& b) {
      return reference.cased ? MatchesBytes(a.text, b.text, reference.anchor)
                             : MatchesIgnoringCase(a.text, b.text, reference.anchor);
    });
  });
}

// The line as it came, and the values read from it: escapes make them differ.
bool DetectionProgram::TestKeyword(const Instruction& instruction, const EventView& event) const {
  if (SearchText(instruction, event.raw)) return true;
  for (const FieldId field : event.set_fields()) {
    const bool found = AnyElement(
        event.Get(field), [&](const Value& item) { return SearchText(instruction, item.text); });
    if (found) return true;
  }
  return false;
}

bool DetectionProgram::SearchText(const Instruction& instruction, std::string_view text) const {
  return instruction.op == Op::kKeyword ? patterns_[instruction.operand].Matches(text)
                                        : RegexMatches(*regexes_[instruction.operand], text);
}

}  // namespace sekisho
