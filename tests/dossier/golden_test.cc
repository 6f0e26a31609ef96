// What the readers say: report_*.json are report files, share_*.json are shared bundles.
#include "golden.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "dossier/sample.h"
#include "dossier/share_bundle.h"
#include "dossier/states.h"
#include "dossier/wording.h"

namespace sekisho {
namespace {

constexpr char kFolder[] = "tests/dossier/golden";
constexpr int kFirstCode = 2500;
constexpr int kEndCode = 2600;

std::string Texts(const std::vector<Diagnostic>& problems) {
  std::string text;
  for (const Diagnostic& one : problems) text += FormatDiagnostic(one) + "\n";
  return text;
}

std::string SaidOfReport(const std::string& name, const std::string& text) {
  const ReportFileLoad load = ReadReportFile({name, text}, {});
  if (!load.report) return Texts(load.problems);
  return Texts(WordingCheck(References().documents).Check(*load.report)) +
         Texts(CheckStates(*load.report)) +
         Texts(CheckIndicators(*load.report, SampleIndicators()));
}

std::string SaidOfShare(const std::string& name, const std::string& text) {
  const ShareLoad load = ReadShareBundle(name, text);
  return absl::StrCat(Texts(load.problems), load.readable ? "readable" : "not readable",
                      ", described ", load.described, ", not understood ", load.not_understood,
                      ", revoked ", load.revoked, ", refused ", load.refused, "\n",
                      load.readable ? ArtefactListText(load) : "");
}

std::string Said(const golden::fs::path& path) {
  const std::string name = path.filename().string();
  const std::string text = golden::ReadAll(path);
  return name.starts_with("share_") ? SaidOfShare(name, text) : SaidOfReport(name, text);
}

TEST(DossierGolden, Files) { golden::ExpectPinned(golden::Cases(kFolder, ".json"), Said); }

TEST(DossierGolden, EveryCodeHasACase) {
  golden::ExpectEveryCode(kFirstCode, kEndCode, golden::Cases(kFolder, ".json"), Said);
}

}  // namespace
}  // namespace sekisho
