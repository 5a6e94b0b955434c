// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/domain_filter.hpp"

#include <gtest/gtest.h>
#include <libvirt/libvirt.h>

using namespace vireo::driver;

namespace {

TEST(DomainFilter, NoFlagsLetEverythingPass) {
  EXPECT_TRUE(matches({}, 0));
  EXPECT_TRUE(matches({.active = true, .persistent = true, .state = VIR_DOMAIN_PMSUSPENDED}, 0));
}

TEST(DomainFilter, EachPairOfFlagsLooksAtItsFact) {
  struct Pair {
    bool DomainFacts::*fact;
    std::uint32_t yes, no;
  };
  for (Pair pair :
       {Pair{&DomainFacts::active, 1, 2}, Pair{&DomainFacts::persistent, 4, 8},
        Pair{&DomainFacts::managed_save, 256, 512}, Pair{&DomainFacts::autostart, 1024, 2048},
        Pair{&DomainFacts::has_snapshot, 4096, 8192}, Pair{&DomainFacts::has_checkpoint, 16384, 32768}}) {
    DomainFacts facts;
    EXPECT_FALSE(matches(facts, pair.yes));
    EXPECT_TRUE(matches(facts, pair.no));
    facts.*pair.fact = true;
    EXPECT_TRUE(matches(facts, pair.yes));
    EXPECT_FALSE(matches(facts, pair.no));
    EXPECT_TRUE(matches(facts, pair.yes | pair.no));
  }
}

TEST(DomainFilter, EachStateHasOneFlag) {
  for (int state = VIR_DOMAIN_NOSTATE; state <= VIR_DOMAIN_PMSUSPENDED; ++state) {
    int flags = 0;
    for (std::uint32_t flag : {16, 32, 64, 128}) flags += matches({.state = state}, flag);
    EXPECT_EQ(flags, 1) << state;
  }
  EXPECT_TRUE(matches({.state = VIR_DOMAIN_CRASHED}, VIR_CONNECT_LIST_DOMAINS_OTHER));
  EXPECT_TRUE(matches({.state = VIR_DOMAIN_PAUSED},
                      VIR_CONNECT_LIST_DOMAINS_PAUSED | VIR_CONNECT_LIST_DOMAINS_RUNNING));
}

TEST(DomainFilter, GroupsAreAnded) {
  DomainFacts facts{.active = true, .state = VIR_DOMAIN_RUNNING};
  EXPECT_TRUE(matches(facts, VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_TRANSIENT));
  EXPECT_FALSE(matches(facts, VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_PERSISTENT));
}

}  // namespace
