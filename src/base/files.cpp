// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>

#include "base/error.hpp"

namespace vireo {
namespace {

Error path_error(std::string_view doing, const fs::path& path) {
  return system_error(errno, VIR_FROM_NONE, fmt::format("cannot {} '{}'", doing, path.native()));
}

fs::path folder_of(const fs::path& path) {
  auto folder = path.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

void sync_folder(const fs::path& folder) {
  auto fd = open_file(folder, O_RDONLY | O_DIRECTORY);
  // Some file systems have no fsync for folders (EINVAL); they have nothing to lose either.
  if (::fsync(fd.get()) < 0 && errno != EINVAL) throw path_error("flush", folder);
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t limit) {
  auto fd = open_file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  return read_to_end(fd.get(), limit, path.native());
}

std::optional<std::string> read_file_if_exists(const fs::path& path, std::size_t limit) {
  try {
    return read_file(path, limit);
  } catch (const Error& error) {
    if (error.data().int1 == ENOENT) return std::nullopt;
    throw;
  }
}

void write_file(const fs::path& path, std::string_view content, mode_t mode) {
  FileBatch batch;
  batch.write(path, std::string(content), mode);
  batch.commit();
}

bool remove_file(const fs::path& path) {
  if (::unlink(path.c_str()) < 0) {
    if (errno == ENOENT) return false;
    throw path_error("remove", path);
  }
  sync_folder(folder_of(path));
  return true;
}

void make_directories(const fs::path& path, mode_t mode) {
  std::error_code ignored;
  if (path.empty() || fs::is_directory(path, ignored)) return;
  if (path.has_parent_path() && path.parent_path() != path) make_directories(path.parent_path(), mode);
  if (::mkdir(path.c_str(), mode) < 0) {
    auto error = path_error("make folder", path);
    if (error.data().int1 == EEXIST && fs::is_directory(path, ignored)) return;
    throw error;
  }
  if (::chmod(path.c_str(), mode) < 0) throw path_error("set the mode of", path);
}

std::vector<std::string> list_directory(const fs::path& path) {
  std::unique_ptr<DIR, int (*)(DIR*)> dir(::opendir(path.c_str()), ::closedir);
  if (!dir && errno == ENOENT) return {};
  if (!dir) throw path_error("list", path);
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    auto* entry = ::readdir(dir.get());
    if (!entry && errno) throw path_error("list", path);
    if (!entry) break;
    std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

namespace {

/// A written file under a passing name; removed unless it was moved to its place.
struct Temporary {
  fs::path path;
  UniqueFd fd;

  explicit Temporary(const fs::path& target, std::string_view content, mode_t mode) {
    static std::atomic<unsigned> counter = 0;
    do {
      path = target;
      path += fmt::format(".{}.{}.new", ::getpid(), counter++);
      fd.reset(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    } while (!fd && errno == EEXIST);
    if (!fd) {
      auto error = path_error("write", target);
      path.clear();
      throw error;
    }
    try {
      if (::fchmod(fd.get(), mode) < 0) throw path_error("set the mode of", target);
      write_all(fd.get(), content, target.native());
    } catch (...) {
      discard();
      throw;
    }
  }
  Temporary(Temporary&& other) noexcept : path(std::exchange(other.path, {})), fd(std::move(other.fd)) {}
  Temporary& operator=(Temporary&&) = delete;
  ~Temporary() { discard(); }

  void discard() noexcept {
    if (!path.empty()) ::unlink(path.c_str());
  }
  void move_to(const fs::path& target) {
    if (::rename(path.c_str(), target.c_str()) < 0) throw path_error("write", target);
    path.clear();
  }
};

/// From this many files on, one flush of the file system is cheaper than one for each file.
constexpr std::size_t many = 8;

void flush(const std::vector<Temporary>& files, const fs::path& folder) {
  if (files.size() >= many) {
    if (::syncfs(files.front().fd.get()) < 0) throw path_error("flush", folder);
    return;
  }
  for (const auto& file : files)
    if (::fsync(file.fd.get()) < 0) throw path_error("flush", file.path);
}

}  // namespace

void FileBatch::write(fs::path path, std::string content, mode_t mode) {
  changes_.push_back({std::move(path), std::move(content), mode});
}

void FileBatch::remove(fs::path path) { changes_.push_back({std::move(path), std::nullopt, 0}); }

void FileBatch::commit() {
  auto changes = std::exchange(changes_, {});
  std::ranges::stable_sort(changes, {}, [](const Change& change) { return folder_of(change.path); });
  for (auto first = changes.begin(); first != changes.end();) {
    auto folder = folder_of(first->path);
    auto last =
        std::find_if(first, changes.end(), [&](auto& change) { return folder_of(change.path) != folder; });
    std::vector<Temporary> files;
    for (auto change = first; change != last; ++change)
      if (change->content) files.emplace_back(change->path, *change->content, change->mode);
    if (files.empty() && !fs::exists(folder)) {  // nothing to remove there, and no folder to sync
      first = last;
      continue;
    }
    flush(files, folder);
    auto file = files.begin();
    for (auto change = first; change != last; ++change) {
      if (change->content) {
        (file++)->move_to(change->path);
      } else if (::unlink(change->path.c_str()) < 0 && errno != ENOENT) {
        throw path_error("remove", change->path);
      }
    }
    sync_folder(folder);
    first = last;
  }
}

}  // namespace vireo
