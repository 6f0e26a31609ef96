#include "cli/rule_loading.h"

#include <unistd.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "cli/data_folder.h"
#include "cli/measure_loading.h"
#include "cli/messages.h"
#include "core/suggestion.h"

namespace sekisho {
namespace {

constexpr size_t kErrorsShown = 20;

KnownReferences NamesOf(const MeasureCatalogue& catalogue) {
  KnownReferences known;
  for (const auto& [key, document] : catalogue.documents) known.documents[key] = document.date;
  for (const Measure& measure : catalogue.measures) known.measures.insert(measure.id);
  return known;
}

}  // namespace

StatusOr<LoadRequest> RequestOf(const RuleChoice& choice) {
  StatusOr<std::vector<std::string>> paths = IndicatorPaths(choice.paths);
  if (!paths.ok()) return paths.status();
  LoadRequest request;
  request.paths = *std::move(paths);
  request.foreign_fields = choice.foreign_fields;
  request.cases = choice.cases;
  for (const std::string& text : choice.overrides) {
    const size_t equals = text.find('=');
    request.overrides[text.substr(0, equals)] = text.substr(equals + 1);
  }
  if (choice.look_up_references && !choice.foreign_fields) {
    // Rules of one's own can be checked anywhere; what could not be looked up is said.
    if (const StatusOr<MeasureCatalogue> catalogue = LoadSoundMeasures(); catalogue.ok()) {
      request.known = NamesOf(*catalogue);
    } else {
      PrintWarning("sources and measures are not looked up: " +
                   std::string(ToStd(catalogue.status().message())));
    }
  }
  return request;
}

StatusOr<LoadResult> LoadChosenRules(const RuleChoice& choice) {
  StatusOr<LoadRequest> request = RequestOf(choice);
  if (!request.ok()) return request.status();
  return LoadRules(*request);
}

StatusOr<LoadResult> LoadSoundRules(const RuleChoice& choice) {
  StatusOr<LoadResult> loaded = LoadChosenRules(choice);
  if (!loaded.ok()) return loaded;
  const Terminal terminal = InspectTerminal(STDERR_FILENO);
  size_t errors = 0;
  size_t warnings = 0;
  for (const Diagnostic& diagnostic : loaded->diagnostics) {
    if (diagnostic.severity == Severity::kWarning) {
      ++warnings;
    } else if (++errors <= kErrorsShown) {
      std::fputs(FormatDiagnostic(diagnostic, terminal).c_str(), stderr);
    }
  }
  if (errors > 0) {
    const std::string more =
        errors > kErrorsShown ? " (the first " + std::to_string(kErrorsShown) + " are shown)" : "";
    return InvalidInput("the rules have " + std::to_string(errors) +
                        (errors == 1 ? " error" : " errors") + more +
                        "; nothing was done. `sekisho rules check` shows everything");
  }
  if (warnings > 0) {
    PrintWarning("the rules have " + std::to_string(warnings) +
                 (warnings == 1 ? " warning" : " warnings") + "; `sekisho rules check` shows them");
  }
  return loaded;
}

StatusOr<size_t> FindIndicator(const RuleSet& rules, std::string_view code) {
  std::vector<std::string_view> codes;
  const std::string wanted = absl::AsciiStrToUpper(ToAbsl(code));
  for (size_t i = 0; i < rules.indicators.size(); ++i) {
    if (absl::AsciiStrToUpper(rules.indicators[i].id) == wanted) return i;
    codes.push_back(rules.indicators[i].id);
  }
  std::sort(codes.begin(), codes.end());
  std::string text = "there is no indicator " + std::string(code);
  if (const std::string hint = DidYouMean(code, codes); !hint.empty()) text += "; " + hint;
  return absl::NotFoundError(ToAbsl(text + "; `sekisho rules list` shows all"));
}

}  // namespace sekisho
