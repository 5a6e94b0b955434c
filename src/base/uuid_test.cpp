// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/uuid.hpp"

#include <gtest/gtest.h>

#include <unordered_set>

namespace vireo {
namespace {

constexpr auto canonical = "c7a5fdbd-edaf-9455-926a-d65c16db1809";

TEST(Uuid, AcceptsWhatLibvirtAccepts) {
  for (auto text : {"c7a5fdbd-edaf-9455-926a-d65c16db1809", "c7a5fdbdedaf9455926ad65c16db1809",
                    "C7A5FDBDEDAF9455926AD65C16DB1809", " \t\nc7a5fdbdedaf9455926ad65c16db1809\n\t",
                    "c7a5 fdbd edaf 9455 926a d65c 16db 1809", "- --c7a5 -- fdbdedaf9455926ad65c16db1809"}) {
    auto uuid = Uuid::parse(text);
    ASSERT_TRUE(uuid) << text;
    EXPECT_EQ(uuid->to_string(), canonical) << text;
  }
}

TEST(Uuid, RefusesTheRest) {
  for (auto text : {"", "-", "c7a5fdbdedaf9455926ad65c16db180", "c7a5fdbdedaf9455926ad65c16db18090",
                    "c7a5fdbdedaf9455926ad65c16db1809-", "c-7a5fdbdedaf9455926ad65c16db1809",
                    "c7a5\tfdbdedaf9455926ad65c16db1809", "gc7a5fdbdedaf9455926ad65c16db180",
                    "{c7a5fdbd-edaf-9455-926a-d65c16db1809}", "c7a5fdbdedaf9455926ad65c16db1809 x"}) {
    EXPECT_FALSE(Uuid::parse(text)) << text;
  }
}

TEST(Uuid, GeneratesDistinctVersion4) {
  std::unordered_set<Uuid> seen;
  for (int i = 0; i < 100; ++i) {
    auto uuid = Uuid::generate();
    EXPECT_TRUE(seen.insert(uuid).second);
    EXPECT_EQ(uuid.bytes[6] >> 4, 4);
    EXPECT_EQ(uuid.bytes[8] >> 6, 2);
    EXPECT_EQ(Uuid::parse(uuid.to_string()), uuid);
    EXPECT_TRUE(uuid.is_plausible());
  }
}

TEST(Uuid, NilAndPlausible) {
  EXPECT_TRUE(Uuid{}.is_nil());
  EXPECT_FALSE(Uuid{}.is_plausible());
  EXPECT_FALSE(Uuid::parse("ffffffffffffffffffffffffffffffff")->is_plausible());
}

}  // namespace
}  // namespace vireo
