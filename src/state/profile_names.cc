// What a profile knows of names: payout.holder_match, profile.name_match, profile.document_holder,
// author.match.
#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "names/match.h"
#include "names/packed_name.h"
#include "state/name_shelf.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

// What comparing has given. The words are those of names/match.h.
enum class Match : uint8_t { kNone, kUnrelated, kUnsure, kDeclared, kVariant, kSame };
constexpr std::string_view kMatchWords[] = {"", "unrelated", "", "declared", "variant", "same"};

Match MatchOf(NameOutcome outcome) {
  switch (outcome) {
    case NameOutcome::kUnrelated:
      return Match::kUnrelated;
    case NameOutcome::kDeclared:
      return Match::kDeclared;
    case NameOutcome::kVariant:
      return Match::kVariant;
    case NameOutcome::kSame:
      return Match::kSame;
  }
  return Match::kNone;
}

enum Kept : size_t {
  kOwn,       // newest name registered or changed to
  kDocument,  // newest name on a document
  kFormer,    // the own name before
  kKeptCount,
};

struct Names {
  uint64_t holder;     // of the newest document with a name: hash of the name; 0: none
  uint32_t documents;  // submitted
  uint32_t compared;   // the name that was compared last; 0: none since a name came
  Match match;         // what that gave
  NameShelf<kKeptCount, 83> kept;
};
static_assert(sizeof(Names) == 104);

// `text` as the name that is compared next; null when nothing in it can be compared.
const Name* Ask(std::string_view text) {
  Name& asked = ThreadNameScratch().asked;
  asked.Assign(text);
  return asked.empty() ? nullptr : &asked;
}

// kUnsure: not found, but the name may be a reading that nobody has written down.
Match CompareWith(const Names& names, Kept place, const Name& asked) {
  if (!names.kept.Has(place)) return Match::kNone;
  NameScratch& scratch = ThreadNameScratch();
  scratch.known.Assign(UnpackName(names.kept.Get(place)));
  MatchNames(scratch.known, asked, &scratch.match);
  return scratch.match.unknown_reading ? Match::kUnsure : MatchOf(scratch.match.outcome);
}

bool IsKept(const Names& names, Kept place, std::string_view packed) {
  return names.kept.Has(place) && names.kept.IsWhole(place) && names.kept.Get(place) == packed;
}

// The best that a known name gives; kNone when that is not certain. A name of which only the
// beginning is kept may be found, but nobody is said to be unrelated to it.
Match CompareWithAll(const Names& names, std::string_view text) {
  const std::string packed = PackName(text);
  if (IsKept(names, kOwn, packed) || IsKept(names, kDocument, packed)) return Match::kSame;
  const Name* const asked = Ask(text);
  if (asked == nullptr) return Match::kNone;
  const Match former = std::min(CompareWith(names, kFormer, *asked), Match::kDeclared);
  const Match best =
      std::max({CompareWith(names, kOwn, *asked), CompareWith(names, kDocument, *asked), former});
  const bool certain = best != Match::kUnsure && names.kept.cut == 0;
  return best < Match::kDeclared && !certain ? Match::kNone : best;
}

struct NameOutputs {
  FieldId holder_match;
  FieldId name_match;
  FieldId document_holder;
  FieldId documents_seen;
};

class NamesPart final : public PartWith<Names> {
 public:
  NamesPart(const NameOutputs& outputs, ProfileFields* fields)
      : outputs_(outputs),
        name_(fields->Input("name")),
        field_(fields->Input("field")),
        value_(fields->Input("value")),
        previous_(fields->Input("previous")),
        document_name_(fields->Input("document.name")),
        document_name_key_(fields->Input("document.name_key")),
        holder_(fields->Input("payout.holder")),
        declared_(fields->Input("payout.declared")) {}

  bool LearnsFrom(std::string_view type) const override {
    return type == "account.registration" || type == "application.submitted" ||
           type == "profile.change" || type == "document.submission" || type == "payout.account";
  }

 private:
  void VisitState(Names* names, uint64_t seed, EventView* event) const override {
    SetNumber(outputs_.documents_seen, names->documents, event);
    if (event->type == "payout.account") {
      const Match match = Compare(event->Get(holder_), seed, names);
      const bool declared = match == Match::kUnrelated && event->Get(declared_).usable_as_key();
      Set(outputs_.holder_match, declared ? Match::kDeclared : match, event);
    } else if (event->type == "account.registration") {
      LearnOwn(event->Get(name_), names);
    } else if (event->type == "application.submitted") {
      Set(outputs_.name_match, Compare(event->Get(name_), seed, names), event);
      if (!names->kept.Has(kOwn) && !names->kept.Has(kDocument)) LearnOwn(event->Get(name_), names);
    } else if (event->type == "document.submission") {
      Set(outputs_.name_match, Compare(event->Get(document_name_), seed, names), event);
      LearnDocument(*event, names);
    } else if (event->type == "profile.change" && event->Get(field_).text == "name") {
      if (!names->kept.Has(kOwn)) LearnOwn(event->Get(previous_), names);
      LearnOwn(event->Get(value_), names);
    }
    SetHolder(names->holder, event);
  }

  void SetHolder(uint64_t holder, EventView* event) const {
    if (holder == 0 || outputs_.document_holder == kNoField) return;
    SetText(outputs_.document_holder, event->Store(absl::StrCat(absl::Hex(holder))), event);
  }

  // One person's documents may write the name in several ways; they have one holder.
  void LearnDocument(const EventView& event, Names* names) const {
    ++names->documents;
    const Value& name = event.Get(document_name_);
    if (name.kind != ValueKind::kText || IsKept(*names, kDocument, PackName(name.text))) return;
    const Name* const asked = Ask(name.text);
    if (asked == nullptr) return;
    const uint64_t holder = Fingerprint(event.Get(document_name_key_), 0);
    // A name of which only the beginning is kept may be this one.
    const bool again =
        names->holder != 0 && (!names->kept.IsWhole(kDocument) ||
                               CompareWith(*names, kDocument, *asked) > Match::kUnrelated);
    if (!again && holder != 0) names->holder = holder;
    Keep(kDocument, PackName(name.text), names);
  }

  static void Set(FieldId field, Match match, EventView* event) {
    if (match != Match::kNone) SetText(field, kMatchWords[static_cast<size_t>(match)], event);
  }

  // Most accounts show one name again and again: it is compared once.
  static Match Compare(const Value& asked, uint64_t seed, Names* names) {
    if (asked.kind != ValueKind::kText) return Match::kNone;
    const uint32_t fingerprint = ShortFingerprint(asked, seed);
    if (fingerprint == 0) return Match::kNone;
    if (names->compared != fingerprint) {
      names->match = CompareWithAll(*names, asked.text);
      names->compared = fingerprint;
    }
    return names->match;
  }

  static void Keep(Kept place, const std::string& packed, Names* names) {
    names->kept.Put(place, packed);
    names->compared = 0;
  }

  // The name before stays known, unless the new one is the same in another writing.
  static void LearnOwn(const Value& name, Names* names) {
    if (name.kind != ValueKind::kText) return;
    const std::string packed = PackName(name.text);
    if (packed == names->kept.Get(kOwn)) return;
    const Name* const asked = Ask(name.text);
    if (asked == nullptr) return;
    const Match change = CompareWith(*names, kOwn, *asked);
    const std::string former(names->kept.Get(kOwn));
    const bool whole = names->kept.IsWhole(kOwn);
    Keep(kOwn, packed, names);
    if (change != Match::kUnrelated) return;
    names->kept.Put(kFormer, former);
    if (!whole) names->kept.cut |= 1U << kFormer;
  }

  const NameOutputs outputs_;
  const FieldId name_;
  const FieldId field_;
  const FieldId value_;
  const FieldId previous_;
  const FieldId document_name_;
  const FieldId document_name_key_;
  const FieldId holder_;
  const FieldId declared_;
};

struct Author {
  NewestOf<4> emails;
  NewestOf<4> names;
};

class AuthorPart final : public PartWith<Author> {
 public:
  AuthorPart(FieldId match, ProfileFields* fields)
      : match_(match),
        author_email_(fields->Input("author.email_key")),
        author_name_(fields->Input("author.name_key")),
        email_(fields->Input("email.key")),
        changed_email_(fields->Input("changed.email_key")),
        name_(fields->Input("name.key")),
        changed_name_(fields->Input("changed.name_key")),
        document_name_(fields->Input("document.name_key")) {}

  bool LearnsFrom(std::string_view type) const override {
    return type == "account.registration" || type == "application.submitted" ||
           type == "profile.change" || type == "document.submission";
  }

 private:
  // The address that a code host puts in the place of the author's own says nothing of him.
  static bool HidesAuthor(const Value& email) {
    return email.text.find("noreply") != std::string_view::npos;
  }

  void Learn(const EventView& event, uint64_t seed, Author* known) const {
    if (!LearnsFrom(event.type)) return;
    const bool change = event.type == "profile.change";
    const bool document = event.type == "document.submission";
    const FieldId name = change ? changed_name_ : document ? document_name_ : name_;
    if (const uint32_t seen = ShortFingerprint(event.Get(name), seed)) known->names.Add(seen);
    if (document) return;
    const Value& email = event.Get(change ? changed_email_ : email_);
    if (const uint32_t seen = ShortFingerprint(email, seed)) known->emails.Add(seen);
  }

  void VisitState(Author* known, uint64_t seed, EventView* event) const override {
    const Value& email = event->Get(author_email_);
    const uint32_t by_email = HidesAuthor(email) ? 0 : ShortFingerprint(email, seed);
    const uint32_t by_name = ShortFingerprint(event->Get(author_name_), seed);
    const bool email_comparable = by_email != 0 && !known->emails.empty();
    const bool name_comparable = by_name != 0 && !known->names.empty();
    if (email_comparable || name_comparable) {
      const bool same = (email_comparable && known->emails.Contains(by_email)) ||
                        (name_comparable && known->names.Contains(by_name));
      SetText(match_, same ? "same" : "unrelated", event);
    }
    Learn(*event, seed, known);
  }

  const FieldId match_;
  const FieldId author_email_;
  const FieldId author_name_;
  const FieldId email_;
  const FieldId changed_email_;
  const FieldId name_;
  const FieldId changed_name_;
  const FieldId document_name_;
};

}  // namespace

std::unique_ptr<ProfilePart> MakeNamesPart(ProfileFields* fields) {
  const NameOutputs outputs = {
      fields->Output("payout.holder_match"), fields->Output("profile.name_match"),
      fields->Output("profile.document_holder"), fields->Output("profile.documents_seen")};
  if (fields->outputs().empty()) return nullptr;
  return std::make_unique<NamesPart>(outputs, fields);
}

std::unique_ptr<ProfilePart> MakeAuthorPart(ProfileFields* fields) {
  const FieldId match = fields->Output("author.match");
  if (match == kNoField) return nullptr;
  return std::make_unique<AuthorPart>(match, fields);
}

}  // namespace sekisho
