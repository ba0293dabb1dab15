#pragma once
#include <string>
#include <vector>

#include "record/record.h"

// The formats of an export that are written link by link. A file is the head, each link in order,
// and the tail; a writer keeps nothing between two pages. A statement is made of the first.
namespace optoutlog::service {

struct ExportInfo {
  record::Head head;
  record::Scope scope;
  Millis exported;
  std::vector<record::Subject> subjects;  // of the entries within; for the first page only
  std::string language;                   // of what the rules say, beside English (statement.h)
};

class ExportWriter {
 public:
  virtual ~ExportWriter() = default;
  virtual std::string head(const ExportInfo& info) const = 0;
  // `disclosed`: the content is there and within the scope.
  virtual std::string link(const ExportInfo& info, const record::StoredLink& link,
                           bool disclosed) const = 0;
  virtual std::string tail(const ExportInfo& info) const = 0;
};

const ExportWriter& json_writer();
const ExportWriter& csv_writer();

// What every export says about itself.
extern const char* const kProves;
extern const char* const kLimits;

}  // namespace optoutlog::service
