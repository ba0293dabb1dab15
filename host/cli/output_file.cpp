#include "cli/output_file.h"

#include <cerrno>
#include <fstream>

#include "base/random.h"

namespace optoutlog::cli {

namespace fs = std::filesystem;

int write_whole(const std::string& bytes, const fs::path& target,
                const std::function<int(const fs::path& part)>& more) {
  std::error_code error;
  fs::path part;
  do {  // a name that nobody has, nor could have laid a link under
    part = target;
    part += "." + random_uuid().substr(0, 8) + ".part";
  } while (fs::exists(fs::symlink_status(part, error)));
  errno = 0;
  std::ofstream file(part, std::ios::binary | std::ios::trunc);
  if (!file) return errno != 0 ? errno : EIO;
  fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, error);
  file << bytes;
  file.close();
  int why = file ? 0 : errno != 0 ? errno : EIO;
  if (why == 0 && more) why = more(part);
  if (why == 0) {
    fs::rename(part, target, error);
    why = error.default_error_condition().value();
  }
  if (why != 0) fs::remove(part, error);
  return why;
}

}  // namespace optoutlog::cli
