// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/params.hpp"

#include <gtest/gtest.h>

namespace vireo::api {
namespace {

const Params all = {{"int", std::int32_t{-1}},
                    {"uint", std::uint32_t{2}},
                    {"llong", std::int64_t{-3}},
                    {"ullong", std::uint64_t{4}},
                    {"double", 0.5},
                    {"boolean", true},
                    {"string", std::string("text")}};

TEST(Params, EveryTypeComesBackAsItWent) {
  int count = 0;
  auto* array = new_params(all, &count);
  ASSERT_EQ(count, 7);
  const auto back = read_params(array, count);
  for (int i = 0; i < count; ++i) {
    EXPECT_EQ(array[i].type, i + 1);
    EXPECT_EQ(back[i].field, all[i].field);
    EXPECT_EQ(back[i].value, all[i].value);
  }
  virTypedParamsFree(array, count);
}

TEST(Params, NoMoreIsWrittenThanThereIsRoom) {
  virTypedParameter room[3] = {};
  room[2].type = 99;
  EXPECT_EQ(write_params(all, room, 2), 2);
  EXPECT_EQ(room[2].type, 99);
  EXPECT_EQ(write_params({}, room, 2), 0);
}

TEST(Params, WhatCannotBeReadIsRefused) {
  virTypedParameter param = {};
  std::strcpy(param.field, "a");
  param.type = VIR_TYPED_PARAM_STRING;
  EXPECT_THROW(read_params(&param, 1), Error);
  param.type = 8;
  EXPECT_THROW(read_params(&param, 1), Error);
  param.type = VIR_TYPED_PARAM_INT;
  std::memset(param.field, 'a', sizeof param.field);
  EXPECT_THROW(read_params(&param, 1), Error);
  EXPECT_THROW(write_param(param, {std::string(80, 'a'), true}), Error);
}

}  // namespace
}  // namespace vireo::api
