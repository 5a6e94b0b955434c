// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/uri.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"

namespace vireo {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(Uri, AllParts) {
  auto uri = Uri::parse("qemu+ssh://root@host:2222/system?no_tty=1#top");
  EXPECT_EQ(uri.scheme, "qemu+ssh");
  EXPECT_EQ(uri.driver(), "qemu");
  EXPECT_EQ(uri.transport(), "ssh");
  EXPECT_EQ(uri.user, "root");
  EXPECT_EQ(uri.server, "host");
  EXPECT_EQ(uri.port, 2222u);
  EXPECT_EQ(uri.path, "/system");
  EXPECT_EQ(uri.query, "no_tty=1");
  EXPECT_EQ(uri.fragment, "top");
  EXPECT_EQ(uri.param("no_tty"), "1");
  EXPECT_EQ(uri.param("tty"), std::nullopt);
  EXPECT_EQ(Uri::parse("test:///default").transport(), "");
}

TEST(Uri, Ipv6WithZone) {
  EXPECT_EQ(Uri::parse("xen+tls://[::1]:5000/").server, "::1");
  for (auto text : {"xen://[fe80::1%25eth0]/", "xen://[fe80::1%eth0]/"}) {
    auto uri = Uri::parse(text);
    EXPECT_EQ(uri.server, "fe80::1%eth0");
    EXPECT_EQ(uri.to_string(), "xen://[fe80::1%eth0]/");
  }
  EXPECT_EQ(Uri::parse("xen://u@[::ffff:1.2.3.4]:7/").server, "::ffff:1.2.3.4");
}

TEST(Uri, QueryIsDecodedInOrder) {
  EXPECT_THAT(Uri::parse("qemu:///s?a=%26%3d+z;b=x=y&&c&=no&d=").params,
              ElementsAre(Pair("a", "&=+z"), Pair("b", "x=y"), Pair("c", ""), Pair("d", "")));
  Uri uri = Uri::parse("qemu:///system");
  uri.set_params({{"socket", "/a b"}, {"x", "1"}});
  EXPECT_EQ(uri.to_string(), "qemu:///system?socket=%2Fa%20b&x=1");
  EXPECT_EQ(Uri::parse(uri.to_string()), uri);
}

// Left: given; right: what libvirt 9.0.0 writes for it.
TEST(Uri, WrittenAsLibvirtDoes) {
  std::pair<const char*, const char*> cases[] = {
      {"test:///path/x%20y.xml", "test:///path/x%20y.xml"},
      {"qemu+unix:///system?socket=/a%20b&x=1", "qemu+unix:///system?socket=/a%20b&x=1"},
      {"qemu:/system", "qemu:///system"},
      {"QEMU:///system", "QEMU:///system"},
      {"qemu://HOST/x", "qemu://HOST/x"},
      {"qemu://host:0/", "qemu://host/"},
      {"qemu://us%40er:pw@host/", "qemu://us%40er:pw@host/"},
      {"qemu:///%41b", "qemu:///Ab"},
      {"lxc://", "lxc://"},
      {"vbox+ssh://user@h.example", "vbox+ssh://user@h.example"},
      {"qemu:///a/../b", "qemu:///a/../b"},
      {"qemu://u@/x", "qemu://u@/x"},
      {"/x", "///x"},
      {"qemu:", "qemu://"}};
  for (auto [given, written] : cases) EXPECT_EQ(Uri::parse(given).to_string(), written) << given;
}

TEST(Uri, WritingKeepsWhatIsHardToWrite) {
  for (auto text : {"xen://[fe80::1%2525]/", "xen://[fe80::1%a%25b]/", "%3Aa/b", "a:b:c", "qemu:////x"}) {
    auto uri = Uri::parse(text);
    EXPECT_EQ(Uri::parse(uri.to_string()), uri) << text;
  }
}

TEST(Uri, RefusedWithTheReason) {
  std::pair<const char*, const char*> cases[] = {
      {"a b:///x", "scheme"},        {"1qemu:///x", "letter"},     {"://x", "letter"},
      {"qemu:///sy stem", "path"},   {"qemu:///x?a=%zz", "query"}, {"qemu:///x?a=%0", "query"},
      {"qemu:///x?a=%00b", "query"}, {"qemu://[::1/", "']'"},      {"qemu://[::1]x/", "port"},
      {"qemu://[eth0]/", "IPv6"},    {"qemu://[::1%25]/", "zone"}, {"qemu://host:99999/", "65535"},
      {"qemu://host:/", "port"},     {"qemu://host:-1/", "port"},  {"qemu://h/s?x=\xc3\xa4", "query"},
      {"qemu://h/\x01", "path"},     {"qemu:///x#\"", "fragment"},
  };
  for (auto [given, why] : cases) {
    try {
      Uri::parse(given);
      FAIL() << given;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), VIR_ERR_INTERNAL_ERROR);
      EXPECT_THAT(error.what(), HasSubstr(given));
      EXPECT_THAT(error.what(), HasSubstr(why)) << given;
    }
  }
}

TEST(PercentCode, RoundTrip) {
  std::string all;
  for (int c = 1; c < 256; ++c) all += static_cast<char>(c);
  EXPECT_EQ(percent_decode(percent_encode(all)), all);
  EXPECT_EQ(percent_encode("a/b c", "/"), "a/b%20c");
  EXPECT_EQ(percent_decode("%"), std::nullopt);
}

}  // namespace
}  // namespace vireo
