// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/transition.hpp"

#include <gtest/gtest.h>
#include <libvirt/libvirt.h>

#include <string>

using namespace vireo::driver;

namespace {

// Where each change leads from each state, a letter a state: the whole function on one page.
// Columns: no state, running, blocked, paused, shutdown, shut off, crashed, asleep. '.' = cannot happen.
struct Row {
  Change change;
  const char* leads_to;
  int reason;
};
constexpr char letters[] = "nrbpsoca";
constexpr Row table[] = {
    {Change::boot, ".....r..", VIR_DOMAIN_RUNNING_BOOTED},
    {Change::boot_paused, ".....p..", VIR_DOMAIN_PAUSED_USER},
    {Change::restore, ".....r..", VIR_DOMAIN_RUNNING_RESTORED},
    {Change::restore_paused, ".....p..", VIR_DOMAIN_PAUSED_USER},
    {Change::wake_up, ".......r", VIR_DOMAIN_RUNNING_WAKEUP},
    {Change::suspend, "pppp....", VIR_DOMAIN_PAUSED_USER},
    {Change::resume, "rrrr....", VIR_DOMAIN_RUNNING_UNPAUSED},
    {Change::sleep, "aaa.....", VIR_DOMAIN_PMSUSPENDED_UNKNOWN},
    {Change::sleep_to_disk, "aaa.....", VIR_DOMAIN_PMSUSPENDED_UNKNOWN},
    {Change::io_error, "pppp....", VIR_DOMAIN_PAUSED_IOERROR},
    {Change::watchdog, "pppp....", VIR_DOMAIN_PAUSED_WATCHDOG},
    {Change::panic_stop, "ccccc...", VIR_DOMAIN_CRASHED_PANICKED},
    {Change::power_off, "sssss..s", VIR_DOMAIN_SHUTDOWN_UNKNOWN},
    {Change::shut_down, "ooooo.oo", VIR_DOMAIN_SHUTOFF_SHUTDOWN},
    {Change::destroy, "ooooo.oo", VIR_DOMAIN_SHUTOFF_DESTROYED},
    {Change::crash, "ooooo.oo", VIR_DOMAIN_SHUTOFF_CRASHED},
    {Change::fail, "ooooo.oo", VIR_DOMAIN_SHUTOFF_FAILED},
    {Change::save, "oooo....", VIR_DOMAIN_SHUTOFF_SAVED},
    {Change::revert, ".....r..", VIR_DOMAIN_RUNNING_FROM_SNAPSHOT},
    {Change::revert_pause, "ppp.....", VIR_DOMAIN_PAUSED_FROM_SNAPSHOT},
    {Change::revert_off, "ooooo.oo", VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT},
};

TEST(Transition, EveryPairOfStateAndChange) {
  ASSERT_EQ(std::size(table), static_cast<std::size_t>(change_count));
  for (const Row& row : table) {
    for (int state = 0; state <= VIR_DOMAIN_PMSUSPENDED; ++state) {
      SCOPED_TRACE("change " + std::to_string(static_cast<int>(row.change)) + " state " + letters[state]);
      auto move = transition(state, row.change);
      ASSERT_EQ(move ? letters[move->to.state] : '.', row.leads_to[state]);
      if (!move) continue;
      EXPECT_EQ(move->to.reason, row.reason);
      ASSERT_TRUE(move->event);
    }
  }
}

TEST(Transition, WhatEndsADomainIsToldAsStopped) {
  for (int change = 0; change < change_count; ++change) {
    for (int state = 0; state <= VIR_DOMAIN_PMSUSPENDED; ++state) {
      auto move = transition(state, static_cast<Change>(change));
      if (!move) continue;
      EXPECT_EQ(move->to.state == VIR_DOMAIN_SHUTOFF, move->event->event == VIR_DOMAIN_EVENT_STOPPED);
    }
  }
}

TEST(Transition, StateFromAnotherVersionCountsAsNoState) {
  EXPECT_TRUE(transition(99, Change::destroy));
  EXPECT_FALSE(transition(-1, Change::boot));
}

}  // namespace
