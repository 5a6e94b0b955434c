// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/files.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

#include "base/error.hpp"
#include "base/temp_dir.hpp"

namespace vireo {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <class F>
ErrorData error_of(F f) {
  try {
    f();
  } catch (...) {
    return current_error();
  }
  return {.code = VIR_ERR_OK};
}

mode_t mode_of(const fs::path& path) {
  struct stat status;
  EXPECT_EQ(::lstat(path.c_str(), &status), 0);
  return status.st_mode & 07777;
}

TEST(ReadFile, WholeAndLimited) {
  TempDir dir;
  std::string big(100'000, 'x');
  write_file(dir / "big", big);
  EXPECT_EQ(read_file(dir / "big"), big);
  EXPECT_EQ(read_file(dir / "big", big.size()), big);
  auto error = error_of([&] { read_file(dir / "big", big.size() - 1); });
  EXPECT_EQ(error.int1, EFBIG);
  EXPECT_THAT(error.message, HasSubstr((dir / "big").native()));
  EXPECT_THAT(read_file("/proc/self/stat"), HasSubstr(")"));
}

TEST(ReadFile, MissingAndNotAFile) {
  TempDir dir;
  EXPECT_EQ(read_file_if_exists(dir / "no"), std::nullopt);
  auto error = error_of([&] { read_file(dir / "no"); });
  EXPECT_EQ(error.int1, ENOENT);
  EXPECT_THAT(error.message, HasSubstr((dir / "no").native()));
  EXPECT_EQ(error_of([&] { read_file(dir.path()); }).int1, EISDIR);
  ASSERT_EQ(::mkfifo((dir / "fifo").c_str(), 0600), 0);
  EXPECT_EQ(read_file(dir / "fifo"), "");
}

TEST(WriteFile, ReplacesWholeAndLeavesNothingElse) {
  TempDir dir;
  auto old_mask = ::umask(077);
  write_file(dir / "a", "one", 0644);
  ::umask(old_mask);
  EXPECT_EQ(mode_of(dir / "a"), 0644u);
  write_file(dir / "a", "two");
  EXPECT_EQ(read_file(dir / "a"), "two");
  EXPECT_EQ(mode_of(dir / "a"), 0600u);
  EXPECT_THAT(list_directory(dir.path()), ElementsAre("a"));
}

TEST(WriteFile, ReplacesALinkAndNotWhatItPointsTo) {
  TempDir dir;
  write_file(dir / "precious", "keep");
  fs::create_symlink(dir / "precious", dir / "link");
  write_file(dir / "link", "new");
  EXPECT_EQ(read_file(dir / "precious"), "keep");
  EXPECT_EQ(read_file(dir / "link"), "new");
}

TEST(WriteFile, FailureNamesThePathAndLeavesNothing) {
  TempDir dir;
  EXPECT_EQ(error_of([&] { write_file(dir / "no/a", "x"); }).int1, ENOENT);
  fs::create_directories(dir / "folder/inside");
  auto error = error_of([&] { write_file(dir / "folder", "x"); });
  EXPECT_EQ(error.int1, EISDIR);
  EXPECT_THAT(error.message, HasSubstr((dir / "folder").native()));
  EXPECT_THAT(list_directory(dir.path()), ElementsAre("folder"));
}

TEST(FileBatch, ManyFilesInSeveralFolders) {
  TempDir dir;
  make_directories(dir / "x");
  make_directories(dir / "y");
  write_file(dir / "x/gone", "");
  FileBatch batch;
  for (int i = 0; i < 20; ++i) batch.write(dir / (i % 2 ? "x" : "y") / std::to_string(i), std::to_string(i));
  batch.remove(dir / "x/gone");
  batch.remove(dir / "x/never was");
  EXPECT_THAT(list_directory(dir / "x"), ElementsAre("gone"));
  batch.commit();
  EXPECT_TRUE(batch.empty());
  EXPECT_EQ(list_directory(dir / "x").size(), 10u);
  EXPECT_EQ(read_file(dir / "y/8"), "8");
}

TEST(FileBatch, LastChangeOfOneFileWins) {
  TempDir dir;
  FileBatch batch;
  batch.write(dir / "a", "1");
  batch.remove(dir / "a");
  batch.write(dir / "a", "2");
  batch.commit();
  EXPECT_EQ(read_file(dir / "a"), "2");
}

TEST(FileBatch, RemovingFromAFolderThatIsNotThere) {
  TempDir dir;
  FileBatch batch;
  batch.remove(dir / "never/was");
  EXPECT_NO_THROW(batch.commit());
}
TEST(FileBatch, UncommittedDoesNothing) {
  TempDir dir;
  { FileBatch().write(dir / "a", "x"); }
  EXPECT_THAT(list_directory(dir.path()), IsEmpty());
}

TEST(RemoveFile, TellsWhetherThereWasOne) {
  TempDir dir;
  write_file(dir / "a", "");
  EXPECT_TRUE(remove_file(dir / "a"));
  EXPECT_FALSE(remove_file(dir / "a"));
}

TEST(Directories, MadeWithModeAndListedSorted) {
  TempDir dir;
  auto old_mask = ::umask(077);
  make_directories(dir / "p/q", 0751);
  make_directories(dir / "p/q", 0700);
  ::umask(old_mask);
  EXPECT_EQ(mode_of(dir / "p"), 0751u);
  EXPECT_EQ(mode_of(dir / "p/q"), 0751u);
  write_file(dir / "p/b", "");
  write_file(dir / "p/.hidden", "");
  EXPECT_THAT(list_directory(dir / "p"), ElementsAre(".hidden", "b", "q"));
  EXPECT_THAT(list_directory(dir / "none"), IsEmpty());
  EXPECT_EQ(error_of([&] { make_directories(dir / "p/b/c"); }).int1, EEXIST);
}

TEST(PidFile, HeldOnceAndRemoved) {
  TempDir dir;
  {
    auto held = PidFile::acquire(dir / "pid");
    EXPECT_EQ(read_pid(dir / "pid"), ::getpid());
    auto error = error_of([&] { PidFile::acquire(dir / "pid"); });
    EXPECT_EQ(error.code, VIR_ERR_OPERATION_FAILED);
    EXPECT_THAT(error.message, HasSubstr(std::to_string(::getpid())));
    // Not lost by another descriptor of the file being closed, as a lock of the process would be.
    EXPECT_EQ(error_of([&] { PidFile::acquire(dir / "pid"); }).code, VIR_ERR_OPERATION_FAILED);
    auto moved = std::move(held);
    EXPECT_EQ(read_pid(dir / "pid"), ::getpid());
  }
  EXPECT_FALSE(fs::exists(dir / "pid"));
}

TEST(PidFile, StaleFileIsTakenOver) {
  TempDir dir;
  std::ofstream(dir / "pid") << "999999999 and more";
  auto held = PidFile::acquire(dir / "pid");
  EXPECT_EQ(read_file(dir / "pid"), std::to_string(::getpid()) + "\n");
  std::ofstream(dir / "junk") << "x";
  EXPECT_EQ(read_pid(dir / "junk"), std::nullopt);
  EXPECT_EQ(read_pid(dir / "none"), std::nullopt);
}

}  // namespace
}  // namespace vireo
