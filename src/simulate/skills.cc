#include "simulate/skills.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/time.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t {
  kCareerUse = 402,
  kCountUse = 500,
  kSkillUse,
  kHabitUse,
  kSlipUse,
  kMadeUpUse
};

struct Technology {
  std::string_view name;
  int32_t year;  // first public
  bool listed;   // in the table that somebody could collect
};

// Invented names; years spread as those of languages, frameworks and services are.
constexpr Technology kTechnologies[] = {
    {"Sample", 1978, true},
    {"Sample++", 1986, true},
    {"Dummy SQL", 1989, true},
    {"Mockscript", 1995, true},
    {"Placehold", 1997, true},
    {"Example Web Server", 1999, true},
    {"Specimen Studio", 2001, false},
    {"Pattern.NET", 2002, true},
    {"Model on Rails", 2005, true},
    {"Draft Version Control", 2006, true},
    {"Template Cloud", 2008, true},
    {"Sample Mobile", 2009, true},
    {"Example.js", 2010, true},
    {"Mock Queue", 2011, true},
    {"Formula Containers", 2013, true},
    {"Exemplar UI", 2014, true},
    {"Schema Orchestra", 2015, true},
    {"Notion Native", 2015, false},
    {"Fictive Learn", 2016, true},
    {"Typical Script", 2016, true},
    {"Muster Mesh", 2017, true},
    {"Anyon Edge", 2018, true},
    {"Imagin Flow", 2019, true},
    {"Generic Runtime", 2020, true},
    {"Presum DB", 2021, false},
    {"Nominal Agents", 2022, true},
    {"Illustr LLM Kit", 2023, true},
};

// Habits of people, of 1000: who gives a year too many now and then, who writes the skills of today
// under the first post.
constexpr uint32_t kRounding = 120;
constexpr uint32_t kUnderFirstPost = 4;
constexpr uint32_t kRounded = 500;    // claims of those who round, of 1000
constexpr uint32_t kForerunners = 8;  // claims that mean a forerunner of another name, of 1000
constexpr int32_t kThisYear = 2026;
constexpr int32_t kWorkingLife = 18;  // years of age, at least, after school

int32_t YearOf(int32_t day) {
  const std::string date = FormatTime(kFirstDayMs + day * kDayMs);
  int32_t year = 0;
  std::from_chars(date.data(), date.data() + 4, year);
  return year;
}

// The first year of experience that the person claims with the technology.
int32_t SinceYear(const Technology& technology, int32_t first_year, int32_t this_year,
                  uint64_t person_hash, uint64_t hash) {
  if (Mix(person_hash, kHabitUse) % 1000 < kUnderFirstPost) return first_year;
  const int32_t earliest = std::max(technology.year, first_year);
  const auto span = static_cast<uint64_t>(std::max(this_year - earliest, 0));
  // Sooner rather than later: people learn what they work with at the beginning.
  const uint64_t draw = Mix(hash, 1) % (span + 1);
  int32_t since = earliest + static_cast<int32_t>(draw * draw / (span + 1));
  const bool rounds = Mix(person_hash, kHabitUse, 1) % 1000 < kRounding;
  if (rounds && Mix(hash, kSlipUse) % 1000 < kRounded) --since;
  if (Mix(hash, kSlipUse, 1) % 1000 < kForerunners) {
    since -= 2 + static_cast<int32_t>(Mix(hash, kSlipUse, 2) % 4);
  }
  return since;
}

}  // namespace

std::string TechnologyList() {
  std::string text = "name,first_public\n";
  for (const Technology& technology : kTechnologies) {
    if (!technology.listed) continue;
    text += std::string(technology.name) + "," + std::to_string(technology.year) + "\n";
  }
  return text;
}

Career CareerOf(uint64_t person_hash) {
  Career career;
  career.graduated = static_cast<int32_t>(BirthYear(person_hash)) + kWorkingLife +
                     static_cast<int32_t>(Mix(person_hash, kCareerUse, 1) % 7);
  career.graduated = std::min(career.graduated, kThisYear - 1);
  career.first_year = std::min(
      career.graduated + static_cast<int32_t>(Mix(person_hash, kCareerUse, 2) % 2), kThisYear - 1);
  career.years =
      kThisYear - career.first_year - static_cast<int32_t>(Mix(person_hash, kCareerUse, 3) % 3);
  career.years = std::max(career.years, 0);
  return career;
}

void WriteSkills(const Day& day, int64_t time_ms, uint64_t person_hash, bool invented) {
  const int32_t this_year = YearOf(day.number());
  const int32_t first_year = std::min(CareerOf(person_hash).first_year, this_year);
  // A made-up life has the same years of everything.
  const bool flat = invented && Mix(person_hash, kMadeUpUse) % 1000 < day.care().invented_skills;
  const int32_t flat_years = 7 + static_cast<int32_t>(Mix(person_hash, kMadeUpUse, 1) % 6);
  const uint32_t count = 2 + static_cast<uint32_t>(Mix(person_hash, kCountUse) % 3);
  for (uint32_t i = 0; i < count; ++i) {
    const uint64_t hash = Mix(person_hash, kSkillUse, i);
    // No technology twice: each claim has its own part of the table, read from the other end of it.
    const size_t at = (hash % (std::size(kTechnologies) / count)) * count + i;
    const Technology& technology = kTechnologies[at];
    if (!flat && technology.year > this_year) continue;
    const int32_t since = flat ? this_year - flat_years
                               : SinceYear(technology, first_year, this_year, person_hash, hash);
    Journal& journal = day.journal();
    journal.Begin(time_ms + i * 20'000, "skill.claimed", day.account());
    journal.Open("skill").Text("name", technology.name);
    if (Mix(hash, kCountUse) % 2 == 0) {
      journal.Number("since_year", static_cast<uint64_t>(since));
    } else {
      journal.Number("years", static_cast<uint64_t>(std::max(this_year - since, 0)));
    }
    journal.Close().End();
  }
}

}  // namespace sekisho::simulate
