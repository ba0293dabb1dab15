#pragma once
#include <string>

#include "service/export.h"

// The first pages of the statement: one for each platform, with what a data-protection officer
// asks. Only what the log holds, and what the rules of this version say of the setting.
namespace optoutlog::service {

std::string sheets(const ExportInfo& info);

}  // namespace optoutlog::service
