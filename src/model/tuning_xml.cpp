// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/tuning.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using N = NumaTune;
constexpr auto numa_modes =
    names(N::Mode::strict, N::Mode::restrictive, "strict", "preferred", "interleave", "restrictive");
constexpr auto placements = names(N::Placement::static_, N::Placement::auto_, "static", "auto");

Struct schedule_struct(const char* threads) {
  using S = CpuTune::Schedule;
  return declare<S>({attribute(threads, &S::threads).as(cpuset_codec).required().host(),
                     attribute("scheduler", &S::scheduler).required().host(),
                     attribute("priority", &S::priority).host()});
}

const Struct& vcpu_schedule_struct() {
  static const Struct made = schedule_struct("vcpus");
  return made;
}

const Struct& iothread_schedule_struct() {
  static const Struct made = schedule_struct("iothreads");
  return made;
}

}  // namespace

const Struct& numa_tune_struct() {
  using Node = N::Node;
  static const Struct made = declare<N>({
      element<N>("memory", {attribute("mode", &N::mode, numa_modes).host(),
                            attribute("nodeset", &N::nodeset).as(cpuset_codec).host(),
                            attribute("placement", &N::placement, placements).host()}),
      element("memnode", &N::nodes,
              {attribute("cellid", &Node::cell).required().always().host(),
               attribute("mode", &Node::mode, numa_modes).host(),
               attribute("nodeset", &Node::nodeset).as(cpuset_codec).required().host()}),
  });
  return made;
}

const Struct& iothread_struct() {
  static const Struct made = declare<IoThread>({
      attribute("id", &IoThread::id).required().nonzero().host(),
      attribute("thread_pool_min", &IoThread::pool_min).host(),
      attribute("thread_pool_max", &IoThread::pool_max).host(),
  });
  return made;
}

const Struct& vcpu_state_struct() {
  using V = VcpuState;
  static const Struct made = declare<V>({
      attribute("id", &V::id).required().always(),
      attribute("enabled", &V::enabled, yes_no).required(),
      attribute("hotpluggable", &V::hotpluggable, yes_no),
      attribute("order", &V::order),
  });
  return made;
}

const Struct& cpu_tune_struct() {
  using C = CpuTune;
  using Pin = C::Pin;
  static const Struct made = declare<C>({
      value("shares", &C::shares).host(),
      value("period", &C::period).host(),
      value("quota", &C::quota).host(),
      value("global_period", &C::global_period).host(),
      value("global_quota", &C::global_quota).host(),
      value("emulator_period", &C::emulator_period).host(),
      value("emulator_quota", &C::emulator_quota).host(),
      value("iothread_period", &C::iothread_period).host(),
      value("iothread_quota", &C::iothread_quota).host(),
      element("vcpupin", &C::vcpu_pins,
              {attribute("vcpu", &Pin::id).required().always(),
               attribute("cpuset", &Pin::cpuset).as(cpuset_codec).required()})
          .host(),
      element<C>("emulatorpin", {attribute("cpuset", &C::emulator_pin).as(cpuset_codec).required()}).host(),
      element("iothreadpin", &C::iothread_pins,
              {attribute("iothread", &Pin::id).required().nonzero(),
               attribute("cpuset", &Pin::cpuset).as(cpuset_codec).required()})
          .host(),
      element("vcpusched", &C::vcpu_schedules, vcpu_schedule_struct),
      element("iothreadsched", &C::iothread_schedules, iothread_schedule_struct),
  });
  return made;
}

}  // namespace vireo::model
