// The lines of a list that is a text file, and what is wrong with some of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/diagnostics.h"

namespace sekisho {

enum class ListComments : uint8_t {
  kAnywhere,    // from "#" or ";" at the start of a line or after a space
  kWholeLines,  // at the start of a line only
};

// Hands out lines without line ends, spaces around, comments and, on the first line, a byte order
// mark; lines with nothing else are skipped, lines that are too long or no UTF-8 are reported. Both
// texts and the sink outlive it.
class ListLines {
 public:
  ListLines(const std::string& file, std::string_view text, DiagnosticSink* sink,
            ListComments comments = ListComments::kAnywhere)
      : file_(file), text_(text), sink_(sink), comments_(comments) {
    if (text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);
  }

  // False at the end.
  bool Next(std::string_view* line);

  // The current line cannot be used. The first limits::kListProblemsMax are reported each, the
  // others by Finish().
  void Refuse(std::string message, std::string suggestion);

  // Says how many lines were left out without a report of their own.
  void Finish();

  size_t refused() const { return refused_; }
  int line() const { return line_; }

 private:
  const std::string& file_;
  std::string_view text_;
  DiagnosticSink* sink_;
  const ListComments comments_;
  int line_ = 0;
  size_t refused_ = 0;
};

// Text of a list for a message: in quotation marks, cut at a character after 60 bytes.
std::string Quoted(std::string_view utf8);

// The cells of one row of CSV, without quotes and spaces around. "" or what is wrong.
std::string SplitCells(std::string_view row, std::vector<std::string>* cells);

}  // namespace sekisho
