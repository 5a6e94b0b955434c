// SPDX-License-Identifier: LGPL-2.1-or-later
// Return values and texts are those of libvirt 9.0.0 for the same calls.
#include <gtest/gtest.h>

#include "api/fake_connection.hpp"

namespace vireo::api {
namespace {

class TypedParams : public testing::Test {
 protected:
  TypedParams() { silence(); }
  ~TypedParams() override { virTypedParamsFree(params_, count_); }
  int from_string(int type, const char* text) {
    return virTypedParamsAddFromString(&params_, &count_, &room_, "i", type, text);
  }
  virTypedParameterPtr params_ = nullptr;
  int count_ = 0, room_ = 0;
};

TEST_F(TypedParams, ComeBackByNameAndType) {
  EXPECT_EQ(virTypedParamsAddInt(&params_, &count_, &room_, "int", -5), 0);
  EXPECT_EQ(virTypedParamsAddUInt(&params_, &count_, &room_, "uint", 6), 0);
  EXPECT_EQ(virTypedParamsAddLLong(&params_, &count_, &room_, "llong", -7), 0);
  EXPECT_EQ(virTypedParamsAddULLong(&params_, &count_, &room_, "ullong", 8), 0);
  EXPECT_EQ(virTypedParamsAddDouble(&params_, &count_, &room_, "double", 1.5), 0);
  EXPECT_EQ(virTypedParamsAddBoolean(&params_, &count_, &room_, "boolean", 7), 0);
  EXPECT_EQ(virTypedParamsAddString(&params_, &count_, &room_, "string", "text"), 0);
  ASSERT_EQ(count_, 7);
  int i = 0, b = 0;
  unsigned u = 0;
  long long l = 0;
  unsigned long long ul = 0;
  double d = 0;
  const char* s = nullptr;
  EXPECT_EQ(virTypedParamsGetInt(params_, count_, "int", &i), 1);
  EXPECT_EQ(virTypedParamsGetUInt(params_, count_, "uint", &u), 1);
  EXPECT_EQ(virTypedParamsGetLLong(params_, count_, "llong", &l), 1);
  EXPECT_EQ(virTypedParamsGetULLong(params_, count_, "ullong", &ul), 1);
  EXPECT_EQ(virTypedParamsGetDouble(params_, count_, "double", &d), 1);
  EXPECT_EQ(virTypedParamsGetBoolean(params_, count_, "boolean", &b), 1);
  EXPECT_EQ(virTypedParamsGetString(params_, count_, "string", &s), 1);
  EXPECT_EQ(std::tuple(i, u, l, ul, d, b), std::tuple(-5, 6u, -7ll, 8ull, 1.5, 1));
  EXPECT_STREQ(s, "text");
  EXPECT_EQ(virTypedParamsGetInt(params_, count_, "absent", &i), 0);
  EXPECT_EQ(virTypedParamsGetInt(params_, count_, "int", nullptr), 1);
  EXPECT_EQ(virTypedParamsGetUInt(params_, count_, "int", &u), -1);
  EXPECT_STREQ(virGetLastErrorMessage(),
               "invalid argument: Invalid type 'uint' requested for parameter 'int', actual type is 'int'");
}

TEST_F(TypedParams, TakeNamesOf79Characters) {
  std::string name(VIR_TYPED_PARAM_FIELD_LENGTH, 'x');
  EXPECT_EQ(virTypedParamsAddInt(&params_, &count_, &room_, name.c_str(), 1), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_INTERNAL_ERROR);
  EXPECT_EQ(count_, 0);
  EXPECT_EQ(virTypedParamsAddInt(&params_, &count_, &room_, name.c_str() + 1, 1), 0);
}

TEST_F(TypedParams, AreReadFromText) {
  for (int type :
       {VIR_TYPED_PARAM_INT, VIR_TYPED_PARAM_UINT, VIR_TYPED_PARAM_LLONG, VIR_TYPED_PARAM_ULLONG}) {
    for (auto* good : {"12", "-1", " 7", "010"}) EXPECT_EQ(from_string(type, good), 0) << type << good;
    for (auto* bad : {"12x", "abc", "", "1.5", "0x10"}) EXPECT_EQ(from_string(type, bad), -1) << type << bad;
  }
  EXPECT_EQ(from_string(VIR_TYPED_PARAM_INT, "99999999999999999999"), -1);
  EXPECT_STREQ(virGetLastErrorMessage(), "invalid argument: Invalid value for field 'i': expected int");
  EXPECT_EQ(from_string(VIR_TYPED_PARAM_DOUBLE, "1.5"), 0);
  EXPECT_EQ(from_string(VIR_TYPED_PARAM_DOUBLE, "abc"), -1);
  EXPECT_EQ(from_string(VIR_TYPED_PARAM_BOOLEAN, "1"), 0);
  EXPECT_EQ(from_string(VIR_TYPED_PARAM_BOOLEAN, "2"), -1);
  EXPECT_EQ(from_string(VIR_TYPED_PARAM_STRING, "any"), 0);
  int before = count_;
  EXPECT_EQ(from_string(99, "1"), -1);
  EXPECT_STREQ(virGetLastErrorMessage(), "internal error: unexpected type 99 for field i");
  EXPECT_EQ(count_, before);
}

TEST_F(TypedParams, ListsOfStringsShareAName) {
  const char* values[] = {"a", "b", nullptr};
  EXPECT_EQ(virTypedParamsAddStringList(&params_, &count_, &room_, "l", values), 0);
  ASSERT_EQ(count_, 2);
  EXPECT_STREQ(params_[1].value.s, "b");
  virTypedParamsClear(params_, count_);
  EXPECT_EQ(params_[0].value.s, nullptr);
}

}  // namespace
}  // namespace vireo::api
