// SPDX-License-Identifier: LGPL-2.1-or-later
// Every number and text here is what the incumbent's test driver answers to the same call, but where it says
// otherwise. The whole of it is compared in tests/system/test_domain_functions.py.
#include "drivers/test/tuning.hpp"

#include <gtest/gtest.h>

#include "drivers/test/rig.hpp"

using namespace vireo;
using namespace vireo::test_driver;
using T = driver::Tuning;

namespace {

using List16 = driver::List<driver::TypedParam, 16>;
using List64 = driver::List<driver::TypedParam, 64>;
constexpr std::uint32_t live = 1, config = 2, strings = VIR_TYPED_PARAM_STRING_OKAY;

struct TestTuning : testing::Test {
  Rig rig;
  driver::DomainRef ref = rig.define("z", "<iothreads>2</iothreads>");

  void start() { rig.call(&driver::Lifecycle::create, ref); }
  std::string blkio(std::uint32_t flags) {
    std::string text;
    for (const auto& param : rig.call(&T::blkio_parameters, ref, 16, flags).items)
      if (const auto* value = std::get_if<std::string>(&param.value)) text += *value + ";";
    return text;
  }
  std::vector<std::uint32_t> iothreads() {
    std::vector<std::uint32_t> ids;
    for (const auto& info : rig.call(&T::iothread_info, ref, 0u).items) ids.push_back(info.id);
    return ids;
  }
};

TEST_F(TestTuning, ParametersAreCheckedByNameTypeAndNumber) {
  const struct {
    List16 params;
    const char* error;
  } rows[] = {
      {{{"nope", std::uint64_t{1}}}, "74 0 argument unsupported: parameter 'nope' not supported"},
      {{{"hard_limit", std::int32_t{1}}},
       "8 0 invalid argument: invalid type 'int' for parameter 'hard_limit', expected 'ullong'"},
      {{{"hard_limit", std::uint64_t{1}}, {"hard_limit", std::uint64_t{1}}},
       "8 0 invalid argument: parameter 'hard_limit' occurs multiple times"},
      {{{"hard_limit", std::uint64_t{2}}, {"swap_hard_limit", std::uint64_t{1}}},
       "8 12 invalid argument: memory hard_limit tunable value must be lower than or equal to "
       "swap_hard_limit"},
      {{{"hard_limit", std::uint64_t{2}}}, ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(rig.error(&T::set_memory_parameters, ref, row.params, 0u), row.error);
  EXPECT_EQ(rig.call(&T::memory_parameters, ref, 0, 0u).count, 3);
  const auto some = rig.call(&T::memory_parameters, ref, 2, 0u);
  EXPECT_EQ(some.items.size(), 2u);
  EXPECT_EQ(some.count, 2);
}

TEST_F(TestTuning, SettingsBesideTheModelFollowTheDefinitionTheyStandBeside) {
  const List16 persistent = {{"device_weight", std::string("/dev/a,3")}};
  const List16 running = {{"device_weight", std::string("/dev/a,0,/dev/b,4")}};
  rig.call(&T::set_blkio_parameters, ref, persistent, 0u);
  start();
  EXPECT_EQ(blkio(live | strings), "/dev/a,3;;;;;");
  rig.call(&T::set_blkio_parameters, ref, running, live);
  EXPECT_EQ(blkio(live | strings), "/dev/b,4;;;;;");
  EXPECT_EQ(blkio(config | strings), "/dev/a,3;;;;;");
  EXPECT_EQ(blkio(live), "");  // the caller does not take strings
  rig.call(&driver::Lifecycle::destroy, ref);
  start();
  EXPECT_EQ(blkio(live | strings), "/dev/a,3;;;;;");
}

TEST_F(TestTuning, CountedIoThreadsKeepTheirNumbers) {
  EXPECT_EQ(iothreads(), (std::vector<std::uint32_t>{1, 2}));
  rig.call(&T::add_iothread, ref, 7u, 0u);
  rig.call(&T::del_iothread, ref, 1u, 0u);
  EXPECT_EQ(iothreads(), (std::vector<std::uint32_t>{2, 7}));
  EXPECT_EQ(rig.error(&T::add_iothread, ref, 7u, 0u),
            "8 20 invalid argument: an IOThread is already using iothread_id '7'");
  EXPECT_EQ(rig.error(&T::del_iothread, ref, 1u, 0u),
            "8 20 invalid argument: cannot find IOThread '1' in iothreadids list");
  start();
  // The incumbent fails here for threads that the definition came with.
  const List64 poll = {{"poll_max_ns", std::uint64_t{5}}};
  EXPECT_EQ(rig.error(&T::set_iothread_params, ref, 2u, poll, live), "");
}

}  // namespace
