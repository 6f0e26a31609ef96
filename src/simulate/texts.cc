// What bids say. Honest people write their own text and use it again; some take one that the
// platform suggests. Teams hand the same templates to all of their accounts.
#include <array>
#include <string>

#include "simulate/account.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kTextUse = 420, kTemplateUse };

constexpr uint32_t kParts = 8;
constexpr uint32_t kTemplatesOfRing = 5;

struct Phrases {
  std::array<std::string_view, kParts> greetings;
  std::array<std::string_view, kParts> offers;
  std::array<std::string_view, kParts> plans;
  std::array<std::string_view, kParts> ends;
  std::array<std::string_view, 4> platform;  // suggestions of the platform
  std::string_view years;                    // before and after the number
  std::string_view years_end;
};

constexpr Phrases kEnglish = {
    {"Hello,", "Hi there,", "Good day,", "Dear client,", "Hello and thank you for the posting,",
     "Hi,", "Greetings,", "Hello from my side,"},
    {"I read your description with interest.", "this is close to what I did last year.",
     "your project is a good match for me.", "I can begin this week.",
     "I have finished similar work before.", "I would like to take this on.",
     "I know the tools you name well.", "I like the clear description."},
    {"First I would agree the scope with you, then build in small steps.",
     "I suggest two parts with a review between them.", "You will see a draft after three days.",
     "Tests and a short guide are included.", "I keep you informed every second day.",
     "I would start with the riskiest part.", "I work with short weekly calls.",
     "I deliver in stages so that you can change your mind."},
    {"Looking forward to your answer.", "Please ask me anything.", "Thank you for reading.",
     "Best regards.", "Let us talk about the details.", "Hope to hear from you.", "Kind regards.",
     "Happy to answer questions."},
    {"I am interested in your project and have the skills you ask for.",
     "I can start at once and deliver on time. Please contact me.",
     "I have read the requirements and can do this work.",
     "My profile shows my experience. I look forward to working with you."},
    " I have ",
    " years of experience."};

constexpr Phrases kJapanese = {
    {"はじめまして。", "こんにちは。", "募集を拝見しました。", "お世話になります。",
     "ご依頼内容を拝見しました。", "はじめてご連絡いたします。",
     "ご覧いただきありがとうございます。", "突然のご連絡失礼いたします。"},
    {"似た案件を担当した経験があります。", "すぐに着手できます。", "得意な分野のお仕事です。",
     "ぜひ担当させてください。", "ご希望の構成で対応可能です。", "内容を詳しく確認いたしました。",
     "同じ技術で開発をしております。", "お力になれると思います。"},
    {"最初に要件を確認し、小さく区切って進めます。", "三日以内に試作をお見せします。",
     "二回に分けて納品いたします。", "週に一度進捗をご報告します。", "試験と手順書も含みます。",
     "難しい部分から着手します。", "修正は二回まで含みます。",
     "ご都合に合わせて打合せをいたします。"},
    {"よろしくお願いいたします。", "ご検討ください。", "ご連絡をお待ちしております。",
     "ご質問はお気軽にどうぞ。", "何卒よろしくお願いします。", "お返事お待ちしています。",
     "詳細はご相談させてください。", "ご縁がありましたら幸いです。"},
    {"ご依頼に興味があります。必要な技術を持っています。",
     "すぐに対応できます。ご連絡をお待ちしております。",
     "要件を確認しました。対応可能です。よろしくお願いいたします。",
     "経歴はプロフィールをご覧ください。よろしくお願いします。"},
    "経験は",
    "年です。"};

constexpr Phrases kKorean = {
    {"안녕하세요.", "반갑습니다.", "공고 잘 보았습니다.", "처음 인사드립니다.",
     "프로젝트 잘 읽었습니다.", "안녕하십니까.", "좋은 기회 감사합니다.", "문의드립니다."},
    {"비슷한 작업을 해 본 경험이 있습니다.", "바로 시작할 수 있습니다.", "제가 잘하는 분야입니다.",
     "꼭 맡고 싶습니다.", "요청하신 기술을 사용하고 있습니다.", "내용을 자세히 확인했습니다.",
     "도움이 될 수 있습니다.", "작년에 같은 일을 했습니다."},
    {"먼저 범위를 확인하고 작게 나누어 진행하겠습니다.", "사흘 안에 시안을 보여 드리겠습니다.",
     "두 번에 나누어 납품하겠습니다.", "매주 진행 상황을 알려 드리겠습니다.",
     "테스트와 설명서를 포함합니다.", "어려운 부분부터 시작하겠습니다.", "수정 두 번을 포함합니다.",
     "편하신 시간에 회의하겠습니다."},
    {"감사합니다.", "답변 기다리겠습니다.", "잘 부탁드립니다.", "궁금한 점은 물어봐 주세요.",
     "연락 주세요.", "좋은 하루 되세요.", "검토 부탁드립니다.", "자세한 내용은 상의드리겠습니다."},
    {"프로젝트에 관심이 있습니다. 필요한 기술이 있습니다.", "바로 시작할 수 있습니다. 연락 주세요.",
     "요구 사항을 확인했습니다. 진행할 수 있습니다.",
     "경력은 프로필을 참고해 주세요. 잘 부탁드립니다."},
    "경력은 ",
    "년입니다."};

const Phrases& PhrasesOf(const Place& place) {
  if (place.language == "ja") return kJapanese;
  if (place.language == "ko") return kKorean;
  return kEnglish;
}

std::string Compose(const Phrases& phrases, uint64_t choice) {
  std::string text(phrases.greetings[choice % kParts]);
  text += ' ';
  text += phrases.offers[(choice >> 8) % kParts];
  text += ' ';
  text += phrases.plans[(choice >> 16) % kParts];
  return text;
}

std::string Finish(std::string text, const Phrases& phrases, uint64_t choice) {
  text += ' ';
  text += phrases.ends[(choice >> 24) % kParts];
  return text;
}

// With what only this person would write: years, an own page, a signature.
std::string OwnText(const Day& day, const Phrases& phrases, uint64_t choice) {
  const Person& person = day.person();
  std::string text = Compose(phrases, choice);
  text += phrases.years;
  text += std::to_string(1 + Mix(person.hash, kTextUse) % 19);
  text += phrases.years_end;
  text += " https://";
  day.world().population.AppendAccount(day.account(), &text);
  text += ".example.com";
  text = Finish(std::move(text), phrases, choice);
  text += ' ';
  text += SignatureOf(day.world().population, day.account());
  return text;
}

std::string ProjectName(const Contract& offer) {
  return std::string(Categories()[offer.category].name) + " #" +
         std::to_string(offer.project % 100'000);
}

std::string RingText(const Day& day, const Phrases& phrases, const Contract& offer) {
  const uint64_t which = Mix(day.ring().hash, kTemplateUse, day.random->Below(kTemplatesOfRing));
  std::string text = Finish(Compose(phrases, which), phrases, which);
  const uint32_t draw = day.random->Below(1000);
  const CareParameters& care = day.care();
  if (draw < care.template_same) return text;
  if (draw < care.template_same + care.template_filled) return ProjectName(offer) + ": " + text;
  return OwnText(day, phrases, day.random->Next());  // reworded for this bid
}

}  // namespace

std::string BidText(const Day& day, const Contract& offer) {
  const Phrases& phrases = PhrasesOf(PlaceAt(day.person().place));
  if (day.used()) return RingText(day, phrases, offer);
  const uint32_t draw = day.random->Below(1000);
  const CommonParameters& common = Common();
  if (draw < common.platform_texts) return std::string(phrases.platform[day.random->Below(4)]);
  const uint64_t own = Mix(day.person().hash, kTextUse, day.random->Below(2));
  if (draw < common.platform_texts + common.own_texts) return OwnText(day, phrases, own);
  return ProjectName(offer) + ": " + OwnText(day, phrases, day.random->Next());
}

}  // namespace sekisho::simulate
