// What a profile knows of names: payout.holder_match, profile.document_holder, author.match.
#include <cstring>

#include "state/profile_part.h"

namespace sekisho {
namespace {

struct Names {
  uint64_t own;       // newest name registered or changed to
  uint64_t document;  // newest name on a document
};

class NamesPart final : public PartWith<Names> {
 public:
  NamesPart(FieldId holder_match, ProfileFields* fields)
      : holder_match_(holder_match),
        name_key_(fields->Input("name.key")),
        changed_name_key_(fields->Input("changed.name_key")),
        document_name_key_(fields->Input("document.name_key")),
        holder_key_(fields->Input("payout.holder_key")),
        declared_(fields->Input("payout.declared")) {}

  bool LearnsFrom(std::string_view type) const override {
    return type == "account.registration" || type == "profile.change" ||
           type == "document.submission" || type == "payout.account";
  }

 private:
  void VisitState(Names* names, uint64_t seed, EventView* event) const override {
    const auto learn = [&](FieldId field, uint64_t* name) {
      if (const uint64_t seen = Fingerprint(event->Get(field), seed)) *name = seen;
    };
    if (event->type == "payout.account") {
      const uint64_t holder = Fingerprint(event->Get(holder_key_), seed);
      if (holder != 0 && (names->own != 0 || names->document != 0)) {
        const bool same = holder == names->own || holder == names->document;
        const bool declared = event->Get(declared_).usable_as_key();
        SetText(holder_match_, same ? "same" : declared ? "declared" : "unrelated", event);
      }
    } else if (event->type == "account.registration") {
      learn(name_key_, &names->own);
    } else if (event->type == "profile.change") {
      learn(changed_name_key_, &names->own);
    } else if (event->type == "document.submission") {
      learn(document_name_key_, &names->document);
    }
  }

  const FieldId holder_match_;
  const FieldId name_key_;
  const FieldId changed_name_key_;
  const FieldId document_name_key_;
  const FieldId holder_key_;
  const FieldId declared_;
};

struct Holder {
  static constexpr size_t kBytesMax = 111;
  uint64_t documents;
  uint8_t bytes;
  char name[kBytesMax];
};
static_assert(sizeof(Holder) == 120);

class HolderPart final : public PartWith<Holder> {
 public:
  HolderPart(FieldId holder, FieldId documents, ProfileFields* fields)
      : holder_(holder), documents_(documents), name_key_(fields->Input("document.name_key")) {}

  bool LearnsFrom(std::string_view type) const override { return type == "document.submission"; }

 private:
  void VisitState(Holder* state, uint64_t, EventView* event) const override {
    SetNumber(documents_, static_cast<int64_t>(state->documents), event);
    if (holder_ != kNoField && state->bytes > 0) {
      SetText(holder_, event->Store({state->name, state->bytes}), event);
    }
    if (event->type != "document.submission") return;
    ++state->documents;
    const Value& name = event->Get(name_key_);
    if (!name.usable_as_key()) return;
    const bool fits = name.text.size() <= Holder::kBytesMax;
    state->bytes = fits ? static_cast<uint8_t>(name.text.size()) : 0;
    if (fits) std::memcpy(state->name, name.text.data(), name.text.size());
  }

  const FieldId holder_;
  const FieldId documents_;
  const FieldId name_key_;
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
  const FieldId match = fields->Output("payout.holder_match");
  if (match == kNoField) return nullptr;
  return std::make_unique<NamesPart>(match, fields);
}

std::unique_ptr<ProfilePart> MakeHolderPart(ProfileFields* fields) {
  const FieldId holder = fields->Output("profile.document_holder");
  const FieldId documents = fields->Output("profile.documents_seen");
  if (holder == kNoField && documents == kNoField) return nullptr;
  return std::make_unique<HolderPart>(holder, documents, fields);
}

std::unique_ptr<ProfilePart> MakeAuthorPart(ProfileFields* fields) {
  const FieldId match = fields->Output("author.match");
  if (match == kNoField) return nullptr;
  return std::make_unique<AuthorPart>(match, fields);
}

}  // namespace sekisho
