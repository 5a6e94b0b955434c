// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/sockets.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/temp_dir.hpp"
#include "daemon/systemd.hpp"

using namespace vireo;
using namespace vireo::daemon;

namespace {

mode_t mode_of(const fs::path& path) {
  struct stat info {};
  EXPECT_EQ(::lstat(path.c_str(), &info), 0);
  return info.st_mode & 0777;
}

bool connects(const fs::path& path) {
  sockaddr_un address{.sun_family = AF_UNIX};
  std::memcpy(address.sun_path, path.c_str(), path.native().size());
  UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM, 0));
  return ::connect(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
}

TEST(ListeningSocket, HasItsModeWhateverTheUmask) {
  TempDir folder;
  mode_t before = ::umask(0077);
  ListeningSocket open(folder / "open", 0777, {}), closed(folder / "closed", 0700, ::getegid());
  EXPECT_EQ(::umask(before), 0077u);
  EXPECT_EQ(mode_of(folder / "open"), 0777u);
  EXPECT_EQ(mode_of(folder / "closed"), 0700u);
  EXPECT_TRUE(connects(folder / "open"));
}

TEST(ListeningSocket, ItsFileGoesWithIt) {
  TempDir folder;
  { ListeningSocket socket(folder / "s", 0700, {}); }
  EXPECT_FALSE(fs::exists(folder / "s"));
}

TEST(ListeningSocket, ADeadDaemonsFileIsReplacedALiveOnesIsNot) {
  TempDir folder;
  auto path = folder / "s";
  {
    ListeningSocket dead(path, 0700, {});
    fs::create_hard_link(path, folder / "kept");
  }
  fs::rename(folder / "kept", path);
  EXPECT_FALSE(connects(path));
  ListeningSocket live(path, 0700, {});
  try {
    ListeningSocket other(path, 0700, {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.data().int1, EADDRINUSE);
  }
  EXPECT_TRUE(connects(path));
}

TEST(ListeningSocket, WhatIsNoSocketStays) {
  TempDir folder;
  write_file(folder / "s", "precious");
  EXPECT_THROW(ListeningSocket(folder / "s", 0700, {}), Error);
  EXPECT_EQ(read_file(folder / "s"), "precious");
}

TEST(ListeningSocket, NeverRemovesAnothersFile) {
  TempDir folder;
  {
    ListeningSocket mine(folder / "s", 0700, {});
    fs::remove(folder / "s");
    write_file(folder / "s", "another's");
  }
  EXPECT_TRUE(fs::exists(folder / "s"));
}

TEST(GroupId, ByNameAndNumber) {
  EXPECT_EQ(group_id("root"), 0u);
  EXPECT_EQ(group_id("+7"), 7u);
  EXPECT_EQ(group_id("4294967294"), 4294967294u);
  EXPECT_THROW(group_id("no such group"), Error);
  EXPECT_THROW(group_id(""), Error);
}

TEST(Notify, TellsTheSocketNamed) {
  TempDir folder;
  sockaddr_un address{.sun_family = AF_UNIX};
  auto path = (folder / "n").native();
  std::memcpy(address.sun_path, path.data(), path.size());
  UniqueFd fd(::socket(AF_UNIX, SOCK_DGRAM, 0));
  ASSERT_EQ(::bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
  notify("READY=1");
  ::unsetenv("NOTIFY_SOCKET");
  notify("nobody hears");
  char buffer[64];
  ssize_t size = ::recv(fd.get(), buffer, sizeof buffer, 0);
  EXPECT_EQ(std::string(buffer, static_cast<std::size_t>(size)), "READY=1");
}

}  // namespace
