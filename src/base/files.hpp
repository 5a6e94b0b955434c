// SPDX-License-Identifier: LGPL-2.1-or-later
// Files as the daemon keeps its state in them: read with a limit, written whole or not at all, and still
// there after a power cut. All of it blocks: in the daemon call it through Loop::blocking where speed is not
// certain.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unique_fd.hpp"

namespace vireo {

namespace fs = std::filesystem;

/// A text file of the usual kind has no more (16 MiB).
inline constexpr std::size_t default_file_limit = 16u << 20;

/// The whole file. Throws VIR_ERR_SYSTEM_ERROR with errno; EFBIG past `limit` bytes. Never waits on a FIFO.
std::string read_file(const fs::path& path, std::size_t limit = default_file_limit);
/// The same, nullopt when there is none.
std::optional<std::string> read_file_if_exists(const fs::path& path, std::size_t limit = default_file_limit);

/// Replaces or makes `path`: a reader sees the old content or the new, and after return the new is on disk.
/// A symbolic link at `path` is replaced, not followed. The mode is exact, whatever the umask.
void write_file(const fs::path& path, std::string_view content, mode_t mode = 0600);
/// Removes the file durably; false when there was none.
bool remove_file(const fs::path& path);

/// Makes the folder and its missing parents; `mode` is exact for those it makes.
void make_directories(const fs::path& path, mode_t mode = 0755);

/// Names in the folder, sorted, without "." and ".."; empty when there is no such folder.
std::vector<std::string> list_directory(const fs::path& path);

/// Several changes made durable together, which costs little more than one. Each file is replaced whole or
/// not at all, but the batch is not one transaction. Nothing happens before commit(); discarded if never
/// called.
class FileBatch {
 public:
  void write(fs::path path, std::string content, mode_t mode = 0600);
  void remove(fs::path path);
  bool empty() const noexcept { return changes_.empty(); }
  /// Throws on the first failure; changes not yet made are dropped and their temporary files removed.
  void commit();

 private:
  struct Change {
    fs::path path;
    std::optional<std::string> content;  ///< none: remove
    mode_t mode = 0;
  };
  std::vector<Change> changes_;
};

/// A file that at most one process holds, with its pid inside. The lock ends with the process, however it
/// ends; it excludes the incumbent's daemons too, which lock the same byte. The destructor removes the file.
class PidFile {
 public:
  PidFile() = default;
  /// Throws VIR_ERR_OPERATION_FAILED naming the path and the pid of the holder when it is taken.
  static PidFile acquire(fs::path path, mode_t mode = 0644);
  PidFile(PidFile&&) noexcept = default;
  PidFile& operator=(PidFile&& other) noexcept;
  ~PidFile();
  /// The descriptor, for handing the lock to a child.
  int fd() const noexcept { return fd_.get(); }
  const fs::path& path() const noexcept { return path_; }
  /// Lets go of the lock and leaves the file where it is.
  void abandon() noexcept { fd_.reset(); }

 private:
  PidFile(fs::path path, UniqueFd fd) : path_(std::move(path)), fd_(std::move(fd)) {}
  fs::path path_;
  UniqueFd fd_;
};

/// The pid written in a pid file; nullopt when there is no file or no number in it.
std::optional<pid_t> read_pid(const fs::path& path);

}  // namespace vireo
