// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/units.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace vireo {
namespace {

template <class F>
std::string message_of(F f) {
  try {
    f();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Units, EveryUnitInEveryCase) {
  EXPECT_EQ(scale_to_bytes(3, "", 512), 1536u);
  for (auto unit : {"b", "B", "byte", "bytes", "Bytes"}) EXPECT_EQ(scale_to_bytes(3, unit), 3u) << unit;
  for (auto unit : {"k", "K", "kib", "KiB", "KIB"}) EXPECT_EQ(scale_to_bytes(3, unit), 3072u) << unit;
  for (auto unit : {"kb", "KB", "Kb", "kB"}) EXPECT_EQ(scale_to_bytes(3, unit), 3000u) << unit;
  EXPECT_EQ(scale_to_bytes(3, "M"), 3145728u);
  EXPECT_EQ(scale_to_bytes(3, "GB"), 3000000000u);
  EXPECT_EQ(scale_to_bytes(3, "TiB"), 3298534883328u);
  EXPECT_EQ(scale_to_bytes(3, "p"), 3377699720527872u);
  EXPECT_EQ(scale_to_bytes(3, "E"), 3458764513820540928u);
  EXPECT_EQ(scale_to_bytes(3, "EB"), 3000000000000000000u);
}

TEST(Units, UnknownUnit) {
  for (auto unit : {"z", "kibi", "ki", "kx", " k", "k ", "bb"})
    EXPECT_EQ(message_of([&] { scale_to_bytes(1, unit); }),
              std::string("invalid argument: unknown suffix '") + unit + "'");
}

TEST(Units, Overflow) {
  EXPECT_EQ(scale_to_bytes(UINT64_MAX, "b"), UINT64_MAX);
  EXPECT_EQ(scale_to_bytes(15, "E"), 17293822569102704640u);
  EXPECT_EQ(message_of([] { scale_to_bytes(16, "E"); }), "numerical overflow: value too large: 16E");
  EXPECT_EQ(scale_to_bytes(18446744073709551, "KB"), 18446744073709551000u);
  EXPECT_EQ(message_of([] { scale_to_bytes(18446744073709552, "KB"); }),
            "numerical overflow: value too large: 18446744073709552KB");
  EXPECT_NE(message_of([] { scale_to_bytes(100, "k", 1, 5000); }), "");
}

// As libvirt 9.0.0 reads <memory unit='…'>.
TEST(Units, MemoryIsRoundedUpToKib) {
  EXPECT_EQ(scale_to_kib(1, "b"), 1u);
  EXPECT_EQ(scale_to_kib(1025, "bytes"), 2u);
  EXPECT_EQ(scale_to_kib(1000, "KB"), 977u);
  EXPECT_EQ(scale_to_kib(5, ""), 5u);
  EXPECT_EQ(scale_to_kib(7, "EiB"), 7881299347898368u);
  EXPECT_EQ(scale_to_kib(9007199254740991, ""), 9007199254740991u);
  EXPECT_NE(message_of([] { scale_to_kib(9007199254740992, ""); }), "");
  EXPECT_EQ(message_of([] { scale_to_kib(8, "EiB"); }), "numerical overflow: value too large: 8EiB");
}

TEST(Units, NumberAndUnitInOneText) {
  EXPECT_EQ(parse_bytes("512"), 512u);
  EXPECT_EQ(parse_bytes("512", 1024), 524288u);
  EXPECT_EQ(parse_bytes("10G"), 10737418240u);
  EXPECT_EQ(parse_bytes("3 MB"), 3000000u);
  for (auto text : {"", "G", "-1", "+1", "0x10", "1.5G", "99999999999999999999"})
    EXPECT_NE(message_of([&] { parse_bytes(text); }), "") << text;
}

}  // namespace
}  // namespace vireo
