#include "policy/watch/place.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <curl/curl.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "base/data_folder.h"
#include "policy/watch/store.h"

namespace optoutlog::policy {
namespace {

namespace fs = std::filesystem;

constexpr int kPatience = 5'000;

bool lies_in(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

// `root` without `hidden`, which may lie below it: then what lies beside the way there, one by one.
void add(Reach& reach, const fs::path& root, const fs::path& hidden) {
  if (hidden.empty() || !lies_in(hidden, root)) {
    reach.read.push_back(root);
    return;
  }
  if (root == hidden) return;
  std::error_code error;
  for (const auto& child : fs::directory_iterator(root, error)) add(reach, child.path(), hidden);
}

// Certificates and resolvers that stand elsewhere than the system's own places.
std::vector<fs::path> named_places() {
  std::vector<fs::path> places;
  const auto take = [&](const char* path, bool folder) {
    std::error_code error;
    if (path == nullptr || *path == '\0') return;
    const fs::path real = fs::canonical(path, error);
    if (!error) places.push_back(folder ? real.parent_path() : real);
  };
  const curl_version_info_data* built = curl_version_info(CURLVERSION_NOW);
  if (built->age >= CURLVERSION_SEVENTH) {
    take(built->cainfo, false);
    take(built->capath, false);
  }
  take("/etc/resolv.conf", true);  // its folder: it is replaced, not written to
  for (const char* name : {"SSL_CERT_FILE", "NIX_SSL_CERT_FILE", "OPTOUTLOG_POLICY_CA",
                           "OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES", "HOSTALIASES"})
    take(std::getenv(name), false);
  if (const char* folders = std::getenv("SSL_CERT_DIR")) {
    std::istringstream list(folders);
    for (std::string one; std::getline(list, one, ':');) take(one.c_str(), false);
  }
  return places;
}

}  // namespace

Reach reach_outside(const fs::path& data) {
  std::error_code error;
  const fs::path hidden = data.empty() ? data : fs::weakly_canonical(data, error);
  Reach reach{.network = true};
  for (const char* root :
       {"/etc", "/usr", "/lib", "/lib32", "/lib64", "/opt", "/app", "/snap", "/nix/store",
        "/gnu/store", "/var/lib/ca-certificates", "/run/systemd/resolve", "/run/NetworkManager",
        "/run/resolvconf", "/proc/sys", "/sys/devices/system/cpu", "/dev/urandom"})
    add(reach, root, hidden);
  for (const fs::path& place : named_places())
    if (place.has_relative_path()) add(reach, place, hidden);
  return reach;
}

Result<fs::path> settle_folder(const fs::path& data) {
  const fs::path folder = data / "policy", older = data / kStoreFile;
  const auto presence = check_file(older);
  if (presence && *presence == Presence::kAbsent) return folder;
  if (Store::exists(folder)) return folder;
  const auto failed = [&](const ErrorKind& kind, const std::string& why) {
    return Error(kind, why, {{"path", older.string()}});
  };
  if (!presence) return failed(errors::kPolicyStoreIo, presence.error().message);
  if (auto made = make_folder(folder); !made)
    return failed(errors::kPolicyStoreIo, made.error().message);
  std::error_code error;
  try {
    // What an interrupted write left beside it is played in. Nobody begins another while it moves:
    // the journal of that would stay behind.
    SQLite::Database db(older.string(), SQLite::OPEN_READWRITE, kPatience);
    db.exec("BEGIN EXCLUSIVE");
    fs::rename(older, folder / kStoreFile, error);
  } catch (const SQLite::Exception& failure) {
    if (Store::exists(folder)) return folder;  // another process was faster
    return store_error(failure, older);
  }
  // Where an open file cannot be moved, as on Windows, it is moved now that it is closed.
  if (error) fs::rename(older, folder / kStoreFile, error);
  if (error && !Store::exists(folder))
    return failed(errors::kPolicyStoreIo, older.string() + " could not be moved to " +
                                              folder.string() + ": " + error.message() +
                                              ". Nothing was changed; make both writable.");
  return folder;
}

}  // namespace optoutlog::policy
