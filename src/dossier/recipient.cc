#include "dossier/recipient.h"

namespace sekisho {
namespace {

constexpr std::string_view kContactsJp[] = {"R01", "R02", "R03", "R04"};
constexpr std::string_view kContactsUs[] = {"R06", "R07"};
constexpr std::string_view kContactsKr[] = {"R09", "R10"};
constexpr std::string_view kContactsStr[] = {"R12", "R13", "R14", "R15"};
constexpr std::string_view kLawsJp[] = {"L01", "L02"};
constexpr std::string_view kLawsUs[] = {"L06", "L09", "L11"};
constexpr std::string_view kLawsKr[] = {"L14"};

constexpr Recipient kRecipients[] = {
    {"jp",
     {"Consultation about account activity (Japan)", "アカウントの利用状況に関する相談資料",
      "계정 이용 상황에 관한 상담 자료(일본)"},
     Language::kJapanese,
     "Asia/Tokyo",
     kContactsJp,
     kLawsJp},
    {"us",
     {"Report of account activity to FBI / IC3", "アカウントの利用状況に関する報告（FBI・IC3）",
      "계정 이용 상황 신고(FBI·IC3)"},
     Language::kEnglish,
     "",
     kContactsUs,
     kLawsUs},
    {"kr",
     {"Report of account activity (Republic of Korea)", "アカウントの利用状況に関する届出（韓国）",
      "계정 이용 상황 신고 자료"},
     Language::kKorean,
     "Asia/Seoul",
     kContactsKr,
     kLawsKr},
    {"str",
     {"Worksheet for a suspicious transaction report", "疑わしい取引の届出のための作業票",
      "의심거래 보고를 위한 작업표"},
     std::nullopt,
     "",
     kContactsStr,
     {},
     true},
};

}  // namespace

std::span<const Recipient> Recipients() { return kRecipients; }

const Recipient* FindRecipient(std::string_view id) {
  for (const Recipient& one : kRecipients) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

}  // namespace sekisho
