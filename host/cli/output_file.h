#pragma once
#include <filesystem>
#include <functional>
#include <string>

// Files that the command writes where the person asked.
namespace optoutlog::cli {

// The whole of it goes beside the target first, for this user alone: a full disk must not leave
// half a file under its name. `more` adds to it, and gives 0 or the number of the error, as this
// does.
int write_whole(const std::string& bytes, const std::filesystem::path& target,
                const std::function<int(const std::filesystem::path& part)>& more = {});

}  // namespace optoutlog::cli
