#include "service/name_pairs.h"

#include <algorithm>
#include <memory>

#include "core/text.h"
#include "ingest/table_rows.h"

namespace sekisho {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);

struct Columns {
  size_t name1 = kNone;
  size_t name2 = kNone;
  size_t is_match = kNone;
};

size_t FindColumn(const std::vector<std::string>& names, std::string_view wanted) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (NormalText(names[i], TextCase::kLower) == wanted) return i;
  }
  return kNone;
}

StatusOr<Columns> FindColumns(const std::string& path, const std::vector<std::string>& names) {
  const Columns columns = {FindColumn(names, "name1"), FindColumn(names, "name2"),
                           FindColumn(names, "is_match")};
  if (columns.name1 != kNone && columns.name2 != kNone) return columns;
  return InvalidInput(path + ":1: there is no column " +
                      (columns.name1 == kNone ? "name1" : "name2") + ": " +
                      DescribeFirstRow(names, "name1, name2 and, if there, is_match"));
}

// False when the cell is no label.
bool ReadLabel(std::string_view cell, std::optional<bool>* label) {
  const std::string text = NormalText(cell, TextCase::kLower);
  label->reset();
  if (text.empty()) return true;
  if (text == "1" || text == "true" || text == "yes" || text == "y" || text == "t") *label = true;
  if (text == "0" || text == "false" || text == "no" || text == "n" || text == "f") *label = false;
  return label->has_value();
}

class Comparer {
 public:
  Comparer(const std::string& path, const std::function<void(const NamePair&)>& on_pair)
      : path_(path), on_pair_(on_pair) {}

  StatusOr<NamePairsReport> Run() {
    StatusOr<std::unique_ptr<TableRows>> rows = TableRows::Open(path_, {});
    if (!rows.ok()) return rows.status();
    std::optional<Columns> columns;
    while (true) {
      const RowOutcome outcome = (*rows)->Next();
      if (outcome == RowOutcome::kEnd) break;
      if (outcome == RowOutcome::kRefused) {
        Refuse((*rows)->line(), (*rows)->reason());
        continue;
      }
      if (!columns) {
        const StatusOr<Columns> found = FindColumns(path_, (*rows)->columns());
        if (!found.ok()) return found.status();
        columns = *found;
      }
      Compare(**rows, *columns);
    }
    report_.source_errors = (*rows)->errors();
    report_.labelled = scores_.size();
    report_.at_default = FiguresAt(scores_, kNameVariantScore);
    report_.best = BestFigures(std::move(scores_));
    return std::move(report_);
  }

 private:
  void Refuse(uint64_t line, std::string_view reason) {
    if (report_.refused++ > 0) return;
    report_.first_refused = path_ + ":" + std::to_string(line) + ": " + std::string(reason);
  }

  void Compare(const TableRows& rows, const Columns& columns) {
    NamePair pair;
    pair.name1 = rows.cells()[columns.name1].text;
    pair.name2 = rows.cells()[columns.name2].text;
    if (columns.is_match != kNone &&
        !ReadLabel(rows.cells()[columns.is_match].text, &pair.is_match)) {
      return Refuse(rows.line(), "is_match is neither true nor false");
    }
    left_.Assign(pair.name1);
    right_.Assign(pair.name2);
    MatchNames(left_, right_, &match_);
    pair.match = &match_;
    ++report_.pairs;
    if (pair.is_match) scores_.push_back({match_.score, *pair.is_match});
    on_pair_(pair);
  }

  const std::string path_;
  const std::function<void(const NamePair&)>& on_pair_;
  NamePairsReport report_;
  std::vector<LabelledScore> scores_;
  Name left_;
  Name right_;
  NameMatch match_;
};

double Part(uint64_t part, uint64_t rest) {
  return part + rest == 0 ? 0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

double NameFigures::Precision() const { return Part(found, wrong); }

double NameFigures::Recall() const { return Part(found, missed); }

double NameFigures::F1() const { return Part(2 * found, wrong + missed); }

NameFigures FiguresAt(const std::vector<LabelledScore>& scores, double threshold) {
  NameFigures figures;
  figures.threshold = threshold;
  for (const LabelledScore& each : scores) {
    if (each.score >= threshold) {
      ++(each.is_match ? figures.found : figures.wrong);
    } else {
      ++(each.is_match ? figures.missed : figures.rejected);
    }
  }
  return figures;
}

NameFigures BestFigures(std::vector<LabelledScore> scores) {
  std::sort(scores.begin(), scores.end(),
            [](const LabelledScore& a, const LabelledScore& b) { return a.score > b.score; });
  NameFigures now;
  for (const LabelledScore& each : scores) ++(each.is_match ? now.missed : now.rejected);
  now.threshold = 1;
  NameFigures best = now;
  for (size_t i = 0; i < scores.size(); ++i) {
    if (scores[i].is_match) {
      ++now.found;
      --now.missed;
    } else {
      ++now.wrong;
      --now.rejected;
    }
    if (i + 1 < scores.size() && scores[i + 1].score == scores[i].score) continue;
    now.threshold = scores[i].score;
    if (now.F1() >= best.F1()) best = now;
  }
  return best;
}

StatusOr<NamePairsReport> CompareNamePairs(const std::string& path,
                                           const std::function<void(const NamePair&)>& on_pair) {
  return Comparer(path, on_pair).Run();
}

}  // namespace sekisho
