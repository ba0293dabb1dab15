#pragma once
#include <string>
#include <vector>

#include "record/line.h"
#include "record/record.h"

// The three formats of an export. A file is the head, each link in order once for each pass, and
// the tail, in that order; a writer keeps nothing between two pages.
namespace optoutlog::service {

struct ExportInfo {
  record::Head head;
  record::Scope scope;
  Millis exported;
  std::vector<record::Line> lines;  // of `status` within the scope; for the first page only
  // For a writer that tells them (details()), and the first page likewise: the newest reading of
  // each of `lines`, its number 0 where there is none; time-stamps; pictures within the scope,
  // whose files were not looked at.
  std::vector<record::HistoryEntry> newest = {};
  std::vector<record::Stamp> stamps = {};
  std::vector<record::KeptPicture> pictures = {};
  int pass = 0;  // which of the writer's passes over the links this is
};

class ExportWriter {
 public:
  virtual ~ExportWriter() = default;
  // How often the links are gone through: a file that shows them in several parts takes one pass a
  // part.
  virtual int passes() const { return 1; }
  virtual bool details() const { return false; }
  virtual std::string head(const ExportInfo& info) const = 0;
  // `disclosed`: the content is there and within the scope.
  virtual std::string link(const ExportInfo& info, const record::StoredLink& link,
                           bool disclosed) const = 0;
  // What stands between two passes.
  virtual std::string between(const ExportInfo&) const { return {}; }
  virtual std::string tail(const ExportInfo& info) const = 0;
};

const ExportWriter& json_writer();
const ExportWriter& csv_writer();
const ExportWriter& html_writer();

// What every export says about itself.
extern const char* const kProves;
extern const char* const kLimits;

}  // namespace optoutlog::service
