// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/settings.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "base/error.hpp"

using namespace vireo;
using namespace vireo::daemon;
using testing::HasSubstr;

namespace {

Settings parse(const std::string& text) { return parse_settings(text, "d.conf", Paths::system("/r")); }

std::string complaint(const std::string& text) {
  try {
    parse(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Settings, DefaultsLetRootInAndEverybodyRead) {
  auto settings = parse("");
  EXPECT_EQ(settings.socket_folder, "/r/run/libvirt");
  EXPECT_EQ(settings.read_write.mode, 0700u);
  EXPECT_EQ(settings.read_only.mode, 0777u);
  EXPECT_EQ(settings.read_write.auth, rpc::Auth::none);
  EXPECT_EQ(settings.limits.max_clients, 5000u);
  EXPECT_TRUE(settings.missing.empty());
}

TEST(Settings, EachKeyReachesItsPlace) {
  auto settings = parse(
      "unix_sock_dir = \"/x\"\nunix_sock_group = \"g\"\nunix_sock_rw_perms = \"0770\"\n"
      "max_clients = 70\nmax_anonymous_clients = 7\nmax_client_requests = 3\nkeepalive_interval = -1\n"
      "keepalive_count = 9\nlog_level = 1\nlog_filters = \"3:rpc\"\nlog_outputs = \"1:stderr\"\n"
      "host_uuid = \"12345678-1234-1234-1234-123456789012\"\nauth_unix_ro = \"polkit\"\n");
  EXPECT_EQ(settings.socket_folder, "/x");
  EXPECT_EQ(settings.socket_group, "g");
  EXPECT_EQ(settings.read_write.mode, 0770u);
  EXPECT_EQ(settings.limits.max_clients, 70u);
  EXPECT_EQ(settings.limits.max_anonymous_clients, 7u);
  EXPECT_EQ(settings.limits.max_client_requests, 3u);
  EXPECT_EQ(settings.limits.keepalive_interval, -1);
  EXPECT_EQ(settings.limits.keepalive_count, 9u);
  EXPECT_EQ(settings.log.level, LogLevel::debug);
  EXPECT_EQ(settings.log.filters.size(), 1u);
  EXPECT_EQ(settings.log.outputs.size(), 1u);
  EXPECT_TRUE(settings.host_uuid);
  EXPECT_EQ(settings.read_only.auth, rpc::Auth::polkit);
  EXPECT_EQ(settings.missing.size(), 1u);
}

// Every key there is, as our own file has them, with the comment signs taken away.
TEST(Settings, TheInstalledFileNamesNoUnknownKey) {
  std::ifstream file(VIREO_SOURCE_DIR "/packaging/libvirtd.conf");
  std::ostringstream text;
  int keys = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#") && line.find(" = ") != line.npos && line[1] != ' ') {
      text << line.substr(1) << '\n';
      ++keys;
    }
  }
  EXPECT_EQ(complaint(text.str()), "");
  EXPECT_EQ(keys, 51);
}

TEST(Settings, MistakesNameFileAndKey) {
  EXPECT_THAT(complaint("# c\nmax_clients = 5\nbogus = 1\n"), HasSubstr("d.conf:3: unknown key 'bogus'"));
  EXPECT_THAT(complaint("max_clients = \"a\"\n"), HasSubstr("'max_clients'"));
  EXPECT_THAT(complaint("max_clients = -3\n"), HasSubstr("'max_clients'"));
  EXPECT_THAT(complaint("max_clients = 99999999999\n"), HasSubstr("'max_clients'"));
  EXPECT_THAT(complaint("unix_sock_dir = 3\n"), HasSubstr("'unix_sock_dir'"));
  EXPECT_THAT(complaint("listen_tls = 3\n"), HasSubstr("'listen_tls'"));
  EXPECT_THAT(complaint("tls_allowed_dn_list = [1]\n"), HasSubstr("'tls_allowed_dn_list'"));
  EXPECT_THAT(complaint("unix_sock_rw_perms = \"abc\"\n"), HasSubstr("Failed to parse mode 'abc'"));
  EXPECT_THAT(complaint("auth_unix_rw = \"bad\"\n"), HasSubstr("auth_unix_rw: unsupported auth bad"));
  EXPECT_THAT(complaint("host_uuid = \"abc\"\n"), HasSubstr("invalid host UUID: abc"));
  EXPECT_THAT(complaint("host_uuid_source = \"abc\"\n"), HasSubstr("invalid UUID source: abc"));
  EXPECT_THAT(complaint("log_level = 9\n"), HasSubstr("9"));
  EXPECT_THAT(complaint("log_outputs = \"9:foo\"\n"), HasSubstr("9:foo"));
  EXPECT_THAT(complaint("max_anonymous_clients = 50\nmax_clients = 1\n"), HasSubstr("must not be less than"));
  EXPECT_THAT(complaint("tcp_min_ssf = 20\n"), HasSubstr("lower than 112"));
  EXPECT_THAT(complaint("max_clients = \n"), HasSubstr("d.conf:1: "));
}

// Half of a guard is none: what cannot be enforced is refused, not ignored.
TEST(Settings, GuardsThatAreNotThereYetAreRefused) {
  EXPECT_THAT(complaint("auth_unix_rw = \"sasl\"\n"), HasSubstr("SASL"));
  EXPECT_THAT(complaint("access_drivers = [\"polkit\"]\n"), HasSubstr("access_drivers"));
}

}  // namespace
