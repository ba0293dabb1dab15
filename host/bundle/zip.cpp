#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <cerrno>

#include "bundle/bundle.h"

// The archive, by minizip.
namespace optoutlog::bundle {
namespace {

constexpr std::size_t kMost = std::size_t{256} << 20;
constexpr int kUtf8 = 1 << 11;  // names are UTF-8
constexpr uLong kMadeBy = 20;   // no rights of files are kept
constexpr std::size_t kName = 512;

zip_fileinfo info_of(Millis when) {
  zip_fileinfo info{};
  const std::string time = format_time(when);
  const auto part = [&](std::size_t at, std::size_t size) {
    return std::stoi(time.substr(at, size));
  };
  info.tmz_date.tm_year = part(0, 4);
  info.tmz_date.tm_mon = part(5, 2) - 1;
  info.tmz_date.tm_mday = part(8, 2);
  info.tmz_date.tm_hour = part(11, 2);
  info.tmz_date.tm_min = part(14, 2);
  info.tmz_date.tm_sec = part(17, 2);
  return info;
}

bool add(zipFile archive, const std::string& name, const std::string& bytes, Millis when) {
  const zip_fileinfo info = info_of(when);
  if (zipOpenNewFileInZip4_64(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                              Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                              Z_DEFAULT_STRATEGY, nullptr, 0, kMadeBy, kUtf8, 0) != ZIP_OK)
    return false;
  const bool written =
      zipWriteInFileInZip(archive, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK;
  return zipCloseFileInZip(archive) == ZIP_OK && written;
}

// The file that the archive stands at; nothing where it cannot be read whole.
std::optional<std::pair<std::string, std::string>> current(unzFile archive, std::size_t room) {
  unz_file_info64 info{};
  char name[kName] = {};
  if (unzGetCurrentFileInfo64(archive, &info, name, sizeof name - 1, nullptr, 0, nullptr, 0) !=
          UNZ_OK ||
      info.size_filename >= sizeof name || info.uncompressed_size > room ||
      unzOpenCurrentFile(archive) != UNZ_OK)
    return std::nullopt;
  std::string bytes(static_cast<std::size_t>(info.uncompressed_size), '\0');
  const int read = unzReadCurrentFile(archive, bytes.data(), static_cast<unsigned>(bytes.size()));
  const bool whole = read >= 0 && static_cast<std::size_t>(read) == bytes.size();
  if (unzCloseCurrentFile(archive) != UNZ_OK || !whole) return std::nullopt;
  return std::pair(std::string(name), std::move(bytes));
}

}  // namespace

bool can_zip() {
  return true;
}

int zip(const Files& files, const std::filesystem::path& target, Millis when) {
  errno = 0;
  zipFile archive = zipOpen64(target.string().c_str(), APPEND_STATUS_CREATE);
  if (archive == nullptr) return errno != 0 ? errno : EIO;
  bool good = true;
  for (const auto& [name, bytes] : files) good = good && add(archive, name, bytes, when);
  good = zipClose(archive, nullptr) == ZIP_OK && good;
  return good ? 0 : errno != 0 ? errno : EIO;
}

std::optional<Files> unzip(const std::filesystem::path& source) {
  unzFile archive = unzOpen64(source.string().c_str());
  if (archive == nullptr) return std::nullopt;
  Files files;
  std::size_t room = kMost;
  int more = unzGoToFirstFile(archive);
  for (; more == UNZ_OK; more = unzGoToNextFile(archive)) {
    auto one = current(archive, room);
    if (!one || files.count(one->first) != 0) break;
    room -= one->second.size();
    files.insert(std::move(*one));
  }
  unzClose(archive);
  return more == UNZ_END_OF_LIST_OF_FILE ? std::optional(files) : std::nullopt;
}

}  // namespace optoutlog::bundle
