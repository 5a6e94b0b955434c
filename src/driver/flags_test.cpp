// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/flags.hpp"

#include <gtest/gtest.h>
#include <libvirt/libvirt.h>

using namespace vireo;
using namespace vireo::driver;

namespace {

ErrorData thrown(auto call) {
  try {
    call();
  } catch (const Error& error) {
    return error.data();
  }
  return {.code = 0};
}

TEST(Flags, UnknownOnesAreRefusedInTheFormOfTheIncumbent) {
  EXPECT_NO_THROW(check_flags(3, 7, "f"));
  ErrorData error = thrown([] { check_flags(0x48, 8, "testDomainReboot", VIR_FROM_TEST); });
  EXPECT_EQ(error.code, VIR_ERR_INVALID_ARG);
  EXPECT_EQ(error.domain, VIR_FROM_TEST);
  EXPECT_EQ(error.message, "unsupported flags (0x40) in function testDomainReboot");
  EXPECT_EQ(error.str1, "testDomainReboot");
  EXPECT_EQ(error.str2, "flags");
  EXPECT_EQ(error.int1, 0);
}

TEST(Flags, CurrentMeansLiveWhileActive) {
  EXPECT_TRUE(affected(VIR_DOMAIN_AFFECT_CURRENT, true, true).live);
  EXPECT_FALSE(affected(VIR_DOMAIN_AFFECT_CURRENT, true, true).config);
  EXPECT_TRUE(affected(VIR_DOMAIN_AFFECT_CURRENT, false, true).config);
  auto both = affected(VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG, true, true);
  EXPECT_TRUE(both.live && both.config);
}

TEST(Flags, AbsentDefinitionsAreErrors) {
  EXPECT_EQ(thrown([] { affected(VIR_DOMAIN_AFFECT_LIVE, false, true); }).message,
            "Requested operation is not valid: domain is not running");
  EXPECT_EQ(thrown([] { affected(VIR_DOMAIN_AFFECT_CONFIG, true, false); }).code, VIR_ERR_OPERATION_INVALID);
  EXPECT_EQ(thrown([] { reads_live(3, true, true); }).code, VIR_ERR_INVALID_ARG);
  EXPECT_TRUE(reads_live(0, true, true));
  EXPECT_FALSE(reads_live(VIR_DOMAIN_AFFECT_CONFIG, true, true));
}

}  // namespace
