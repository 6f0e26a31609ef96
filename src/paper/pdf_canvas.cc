#include "paper/pdf_canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"

namespace sekisho {
namespace {

constexpr double kPageWidth = 595.276;  // ISO 216 A4
constexpr double kPageHeight = 841.89;
constexpr double kSide = 48;
constexpr double kTop = 62;
constexpr double kBottom = 60;
constexpr double kMargin = 30;  // of header and footer
constexpr double kRowGap = 3;
constexpr double kRoomMin = 40;  // a broken row does not begin with less
constexpr double kBarWidth = 3;
constexpr double kBarGap = 10;
constexpr double kLineSpacing = 1.25;
constexpr double kSoft = 0.3;
constexpr double kRule = 0.75;

// The families in which a language is set: the Han characters of Japanese and Korean differ.
const char* Families(Language language) {
  switch (language) {
    case Language::kJapanese:
      return "Noto Sans CJK JP, Noto Sans JP, IPAGothic, sans-serif";
    case Language::kKorean:
      return "Noto Sans CJK KR, Noto Sans KR, NanumGothic, sans-serif";
    case Language::kEnglish:
      break;
  }
  return "Noto Sans, DejaVu Sans, Noto Sans CJK JP, sans-serif";
}

cairo_status_t AppendBytes(void* out, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

struct LayoutDeleter {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, LayoutDeleter>;

double Points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

}  // namespace

struct PdfCanvas::Parts {
  explicit Parts(Setup with) : setup(std::move(with)) {
    surface = cairo_pdf_surface_create_for_stream(AppendBytes, &bytes, kPageWidth, kPageHeight);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, setup.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, setup.made.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Sekisho");
    cairo = cairo_create(surface);
    // Hinting would make the lines depend on a screen.
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    context = pango_cairo_create_context(cairo);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_language(
        context, pango_language_from_string(std::string(LanguageCode(setup.language)).c_str()));
    StartPage();
  }
  ~Parts() {
    g_object_unref(context);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  Layout Make(const std::string& text, Face face, double width) {
    Layout layout(pango_layout_new(context));
    PangoFontDescription* const font = pango_font_description_new();
    pango_font_description_set_family(font, Families(setup.language));
    pango_font_description_set_absolute_size(font, face.size * PANGO_SCALE);
    if (face.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), static_cast<float>(kLineSpacing));
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    unknown += pango_layout_get_unknown_glyphs_count(layout.get());
    return layout;
  }

  static double Height(const Layout& layout) {
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return Points(height);
  }

  void Draw(const Layout& layout, double left, double top, bool soft) {
    const double grey = soft ? kSoft : 0;
    cairo_set_source_rgb(cairo, grey, grey, grey);
    cairo_move_to(cairo, left, top);
    pango_cairo_show_layout(cairo, layout.get());
  }

  void Rule(double top) {
    cairo_set_source_rgb(cairo, kRule, kRule, kRule);
    cairo_set_line_width(cairo, 0.5);
    cairo_move_to(cairo, kSide, top);
    cairo_line_to(cairo, kPageWidth - kSide, top);
    cairo_stroke(cairo);
  }

  void StartPage() {
    ++page;
    y = kTop;
    const double width = kPageWidth - 2 * kSide;
    if (!setup.mark.empty()) {
      Draw(Make(setup.mark, {9, true}, width), kSide, kMargin, false);
    }
    const double below = kPageHeight - kBottom + 16;
    Draw(Make(setup.footer, {7.5, false, true}, width * 0.8), kSide, below, true);
    const Layout number =
        Make(absl::Substitute(setup.page, page, setup.pages), {7.5, false, true}, width * 0.2);
    pango_layout_set_alignment(number.get(), PANGO_ALIGN_RIGHT);
    Draw(number, kSide + width * 0.8, below, true);
  }

  double Room() const { return kPageHeight - kBottom - y; }

  void NextPage() {
    cairo_show_page(cairo);
    StartPage();
    if (!repeated.empty()) PutWhole(repeated, true);
  }

  struct Set {
    Layout layout;
    double left;
    bool soft;
    int line = 0;  // the next one to draw
  };

  std::vector<Set> Lay(const std::vector<Cell>& cells) {
    std::vector<Set> sets;
    sets.reserve(cells.size());
    for (const Cell& cell : cells) {
      sets.push_back({Make(cell.text, cell.face, cell.width), kSide + cell.left, cell.face.soft});
    }
    return sets;
  }

  static double Tallest(const std::vector<Set>& sets) {
    double height = 0;
    for (const Set& set : sets) height = std::max(height, Height(set.layout));
    return height;
  }

  // Puts what waits for the row, which goes with it to the next page when there is no room.
  void PutWaiting(double height) {
    double wanted = height;
    for (const auto& [cells, ruled] : waiting) wanted += Tallest(Lay(cells)) + 2 * kRowGap;
    if (wanted > Room() && y > kTop) NextPage();
    for (const auto& [cells, ruled] : std::exchange(waiting, {})) PutWhole(cells, ruled);
    // From here on the titles of a table stand on each new page.
    if (!titles.empty()) repeated = std::exchange(titles, {});
  }

  void EndRow(double height, bool ruled) {
    y += height + kRowGap;
    if (ruled) Rule(y);
    y += ruled ? kRowGap : 0;
  }

  void PutWhole(const std::vector<Cell>& cells, bool ruled) {
    const std::vector<Set> sets = Lay(cells);
    for (const Set& set : sets) Draw(set.layout, set.left, y, set.soft);
    EndRow(Tallest(sets), ruled);
  }

  // The lines of one cell that still fit on this page; the height they take.
  double DrawLines(Set* set) {
    double used = 0;
    const int count = pango_layout_get_line_count(set->layout.get());
    const double grey = set->soft ? kSoft : 0;
    cairo_set_source_rgb(cairo, grey, grey, grey);
    for (; set->line < count; ++set->line) {
      PangoLayoutLine* const line = pango_layout_get_line_readonly(set->layout.get(), set->line);
      PangoRectangle box;
      pango_layout_line_get_extents(line, nullptr, &box);
      const double height = Points(box.height) * kLineSpacing;
      if (used > 0 && used + height > Room()) break;
      cairo_move_to(cairo, set->left, y + used + Points(PANGO_ASCENT(box)));
      pango_cairo_show_layout_line(cairo, line);
      used += height;
    }
    return used;
  }

  void PutBroken(const std::vector<Cell>& cells, bool ruled) {
    std::vector<Set> sets = Lay(cells);
    for (;;) {
      double used = 0;
      bool done = true;
      for (Set& set : sets) {
        used = std::max(used, DrawLines(&set));
        done = done && set.line >= pango_layout_get_line_count(set.layout.get());
      }
      if (done) return EndRow(used, ruled);
      NextPage();
    }
  }

  void Row(const std::vector<Cell>& cells, bool ruled) {
    const double height = Tallest(Lay(cells));
    const bool broken = height > (kPageHeight - kTop - kBottom) / 2;
    PutWaiting(broken ? kRoomMin : height);
    if (broken) return PutBroken(cells, ruled);
    if (height > Room()) NextPage();
    PutWhole(cells, ruled);
  }

  Setup setup;
  std::string bytes;
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  PangoContext* context = nullptr;
  std::vector<Cell> titles;  // of a table whose first row is still to come
  std::vector<Cell> repeated;
  std::vector<std::pair<std::vector<Cell>, bool>> waiting;  // rows, and whether they are ruled
  int page = 0;
  int unknown = 0;
  double y = 0;
};

PdfCanvas::PdfCanvas(Setup setup) : parts_(std::make_unique<Parts>(std::move(setup))) {}
PdfCanvas::~PdfCanvas() = default;

double PdfCanvas::width() const { return kPageWidth - 2 * kSide; }

int PdfCanvas::pages() const { return parts_->page; }

void PdfCanvas::Space(double points) { parts_->y += points; }

void PdfCanvas::Paragraph(const std::string& text, Face face, double left) {
  parts_->Row({{text, left, width() - left, face}}, false);
}

void PdfCanvas::Item(const std::string& text, Face face, double left) {
  parts_->Row({{"•", 0, left, face}, {text, left, width() - left, face}}, false);
}

void PdfCanvas::Heading(const std::string& text, Face face) {
  parts_->waiting.push_back({{{text, 0, width(), face}}, true});
}

void PdfCanvas::Notice(const std::string& text, Face face) {
  const double height = Parts::Height(parts_->Make(text, face, width() - kBarGap));
  parts_->PutWaiting(height);
  if (height > parts_->Room()) parts_->NextPage();
  cairo_set_source_rgb(parts_->cairo, 0, 0, 0);
  cairo_rectangle(parts_->cairo, kSide, parts_->y, kBarWidth, height);
  cairo_fill(parts_->cairo);
  parts_->Row({{text, kBarGap, width() - kBarGap, face}}, false);
}

void PdfCanvas::Row(const std::vector<Cell>& cells, bool ruled) { parts_->Row(cells, ruled); }

void PdfCanvas::RepeatOnNewPages(std::vector<Cell> cells) {
  parts_->repeated.clear();
  if (cells.empty()) return;
  parts_->titles = cells;
  parts_->waiting.push_back({std::move(cells), true});
}

StatusOr<std::string> PdfCanvas::Finish() {
  cairo_surface_finish(parts_->surface);
  const cairo_status_t status = cairo_surface_status(parts_->surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    return absl::InternalError(
        absl::StrCat("the PDF cannot be made: ", cairo_status_to_string(status)));
  }
  if (parts_->unknown > 0) {
    return absl::FailedPreconditionError(absl::StrCat(
        "no font of this machine has ", parts_->unknown,
        " characters of the report; install one (Debian: fonts-noto-cjk, fonts-noto-core), or "
        "write --format html"));
  }
  return std::move(parts_->bytes);
}

}  // namespace sekisho
