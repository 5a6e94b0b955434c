// SPDX-License-Identifier: LGPL-2.1-or-later
// The machine itself: type, accelerator, processors, memory, clock, boot.
#include <ctime>

#include "base/error.hpp"
#include "drivers/qemu/command/args.hpp"

namespace vireo::qemu {
namespace {

using model::Cpu;
using model::CpuFeature;
using model::Switch;
using model::Timer;

std::string_view on_off(bool value) { return value ? "on" : "off"; }

bool is_x86(const model::Domain& domain) { return domain.os.arch == "x86_64" || domain.os.arch == "i686"; }

std::string ram_id(const Build& build) {
  const qmp::MachineType* machine = build.emulator.machine(build.domain.os.machine);
  return machine ? machine->default_ram_id : std::string();
}

/// QEMU's spelling of a processor feature.
std::string feature_name(std::string_view name) {
  if (name == "pclmuldq") return "pclmulqdq";
  std::string out(name);
  for (char& c : out)
    if (c == '_') c = '-';
  return out;
}

std::string cpu_model(const Build& build, const Cpu& cpu) {
  bool kvm = build.domain.type == model::DomainType::kvm;
  switch (cpu.mode) {
    case Cpu::Mode::host_passthrough:
      return cpu.migratable == Switch::absent
                 ? std::string("host")
                 : fmt::format("host,migratable={}", on_off(cpu.migratable == Switch::yes));
    case Cpu::Mode::host_model:
      return kvm ? "host" : "max";
    case Cpu::Mode::maximum:
      return "max";
    default:
      return cpu.model;
  }
}

void append_kvm(std::string& text, const model::Domain& domain) {
  const model::Features& features = domain.features;
  auto put = [&text](std::string_view name, Switch value) {
    if (value != Switch::absent) text += fmt::format(",{}={}", name, on_off(value == Switch::yes));
  };
  for (const Timer& timer : domain.clock.timers) {
    if (timer.name == Timer::Name::kvmclock) put("kvmclock", timer.present);
    if (timer.name == Timer::Name::hypervclock && timer.present == Switch::yes) text += ",hv-time=on";
    if (timer.name == Timer::Name::tsc && timer.frequency)
      text += fmt::format(",tsc-frequency={}", timer.frequency);
  }
  put("kvm-pv-eoi", features.apic_eoi);
  put("kvm-pv-unhalt", features.pvspinlock);
  if (features.hyperv) {
    const model::HypervFeatures& hyperv = *features.hyperv;
    const std::pair<std::string_view, Switch> list[] = {
        {"hv-relaxed", hyperv.relaxed},   {"hv-vapic", hyperv.vapic},
        {"hv-vpindex", hyperv.vpindex},   {"hv-runtime", hyperv.runtime},
        {"hv-synic", hyperv.synic},       {"hv-stimer", hyperv.stimer},
        {"hv-reset", hyperv.reset},       {"hv-frequencies", hyperv.frequencies},
        {"hv-tlbflush", hyperv.tlbflush}, {"hv-ipi", hyperv.ipi}};
    for (const auto& [name, value] : list)
      if (value == Switch::yes) text += fmt::format(",{}=on", name);
    if (hyperv.spinlocks == Switch::yes) text += fmt::format(",hv-spinlocks=0x{:x}", hyperv.spinlock_retries);
    const std::pair<std::string_view, Switch> more[] = {{"hv-stimer-direct", hyperv.stimer_direct},
                                                        {"hv-reenlightenment", hyperv.reenlightenment},
                                                        {"hv-evmcs", hyperv.evmcs},
                                                        {"hv-avic", hyperv.avic}};
    for (const auto& [name, value] : more)
      if (value == Switch::yes) text += fmt::format(",{}=on", name);
    if (hyperv.mode == model::HypervFeatures::Mode::passthrough) text += ",hv-passthrough=on";
    if (hyperv.vendor_id == Switch::yes)
      text += fmt::format(",hv-vendor-id={}", escape_comma(hyperv.vendor_id_value));
  }
  for (const model::Panic& panic : domain.panics)
    if (panic.model == model::Panic::Model::hyperv) text += ",hv-crash=on";
  if (features.kvm) {
    if (features.kvm->hidden == Switch::yes) text += ",kvm=off";
    put("kvm-hint-dedicated", features.kvm->hint_dedicated);
    put("kvm-poll-control", features.kvm->poll_control);
    put("kvm-pv-ipi", features.kvm->pv_ipi);
  }
  put("pmu", features.pmu);
}

void append_cache(std::string& text, const Cpu& cpu) {
  using Mode = Cpu::CacheMode;
  const bool own = cpu.mode == Cpu::Mode::host_passthrough || cpu.mode == Cpu::Mode::maximum;
  if (cpu.cache) {
    if (cpu.cache->mode == Mode::passthrough)
      text += ",host-cache-info=on";
    else if (own)  // other models have no such property
      text += ",host-cache-info=off";
    text += fmt::format(",l3-cache={}", on_off(cpu.cache->mode == Mode::emulate));
  }
  if (!cpu.max_physical_address) return;
  if (cpu.max_physical_address->mode == Cpu::MaxPhysicalAddress::Mode::passthrough)
    text += ",host-phys-bits=on";
  else if (cpu.max_physical_address->bits)
    text += fmt::format(",phys-bits={}", *cpu.max_physical_address->bits);
}

/// How memory of the guest is made, common to all its pieces.
boost::json::object memory_object(const model::MemoryBacking& backing, std::string id, std::uint64_t bytes) {
  using Backing = model::MemoryBacking;
  bool memfd = backing.source == Backing::Source::memfd;
  boost::json::object ram{{"qom-type", memfd ? "memory-backend-memfd" : "memory-backend-ram"},
                          {"id", std::move(id)},
                          {"size", bytes}};
  if (backing.access == Backing::Access::shared) ram["share"] = true;
  if (backing.allocation == Backing::Allocation::immediate) ram["prealloc"] = true;
  if (backing.allocation_threads) ram["prealloc-threads"] = backing.allocation_threads;
  return ram;
}

std::string clock_base(const model::GuestClock& clock) {
  using Offset = model::GuestClock::Offset;
  if (clock.offset == Offset::utc) return "base=utc";
  if (clock.offset == Offset::localtime || clock.offset == Offset::timezone) return "base=localtime";
  std::time_t when = clock.offset == Offset::absolute ? static_cast<std::time_t>(clock.start)
                                                      : std::time(nullptr) + clock.adjustment;
  std::tm parts{};
  if (clock.offset == Offset::variable && clock.basis == model::GuestClock::Basis::localtime)
    ::localtime_r(&when, &parts);
  else
    ::gmtime_r(&when, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
  return std::string("base=") + text;
}

}  // namespace

void add_machine(Build& build) {
  const model::Domain& domain = build.domain;
  std::string text = domain.os.machine + ",usb=off";
  const model::Features& features = domain.features;
  if (features.vmport != Switch::absent)
    text += fmt::format(",vmport={}", on_off(features.vmport == Switch::yes));
  if (features.smm != Switch::absent) text += fmt::format(",smm={}", on_off(features.smm == Switch::yes));
  text += fmt::format(",dump-guest-core={}", on_off(domain.dump_core == Switch::yes));
  if (domain.memory_backing.nosharepages) text += ",mem-merge=off";
  if (std::string id = ram_id(build); !id.empty() && (!domain.cpu || domain.cpu->numa.empty()))
    text += ",memory-backend=" + id;
  if (features.ioapic == "qemu") text += ",kernel_irqchip=split";
  if (features.ioapic == "kvm") text += ",kernel_irqchip=on";
  build.args.add("-machine", text);
  std::string accelerator = domain.type == model::DomainType::kvm ? "kvm" : "tcg";
  if (features.kvm && features.kvm->dirty_ring == Switch::yes)
    accelerator += fmt::format(",dirty-ring-size={}", features.kvm->dirty_ring_size);
  if (features.tcg && features.tcg_cache)
    accelerator += fmt::format(",tb-size={}", features.tcg_cache / 1024);
  build.args.add("-accel", accelerator);
}

void add_processors(Build& build) {
  if (build.domain.cpu) {
    const Cpu& cpu = *build.domain.cpu;
    std::string text = cpu_model(build, cpu);
    if (text.empty()) text = build.domain.os.arch == "i686" ? "qemu32" : "qemu64";
    if (!cpu.vendor_id.empty()) text += ",vendor=" + cpu.vendor_id;
    for (const CpuFeature& feature : cpu.features) {
      bool on = feature.policy != CpuFeature::Policy::disable && feature.policy != CpuFeature::Policy::forbid;
      text += fmt::format(",{}={}", feature_name(feature.name), on_off(on));
    }
    append_cache(text, cpu);
    append_kvm(text, build.domain);
    build.args.add("-cpu", text);
  }
}

void add_memory(Build& build) {
  const model::Domain& domain = build.domain;
  if (domain.memory_backing.hugepages) not_expressible("hugepages");
  std::uint64_t mib = (domain.memory + 1023) / 1024;
  if (domain.max_memory)
    build.args.add("-m", fmt::format("size={}k,slots={},maxmem={}k", mib * 1024, domain.memory_slots,
                                     domain.max_memory));
  else
    build.args.add("-m", fmt::format("{}", mib));
  if (std::string id = ram_id(build); !id.empty() && (!domain.cpu || domain.cpu->numa.empty())) {
    build.args.add_json("-object", memory_object(domain.memory_backing, id, mib * 1024 * 1024));
  }
  build.args.add("-overcommit", fmt::format("mem-lock={}", on_off(domain.memory_backing.locked)));
  const model::Vcpus& vcpus = domain.vcpus;
  std::string smp = fmt::format("{}", vcpus.online());
  if (vcpus.online() != vcpus.maximum) smp += fmt::format(",maxcpus={}", vcpus.maximum);
  if (domain.cpu && domain.cpu->topology) {
    const model::CpuTopology& topology = *domain.cpu->topology;
    smp += fmt::format(",sockets={},dies={},cores={},threads={}", topology.sockets, topology.dies,
                       topology.cores, topology.threads);
  } else {
    smp += fmt::format(",sockets={},cores=1,threads=1", vcpus.maximum);
  }
  build.args.add("-smp", smp);
}

void add_numa(Build& build) {
  if (!build.domain.cpu) return;
  unsigned number = 0;
  for (const model::NumaCell& cell : build.domain.cpu->numa) {
    unsigned id = cell.id.value_or(number++);
    boost::json::object ram = memory_object(build.domain.memory_backing, fmt::format("ram-node{}", id),
                                            (cell.memory + 1023) / 1024 * 1024 * 1024);
    if (cell.access == model::NumaCell::Access::shared) ram["share"] = true;
    build.args.add_json("-object", ram);
    std::string text = fmt::format("node,nodeid={}", id);
    std::string_view rest = cell.cpus;
    while (!rest.empty()) {
      std::size_t comma = rest.find(',');
      text += fmt::format(",cpus={}", rest.substr(0, comma));
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    build.args.add("-numa", fmt::format("{},memdev=ram-node{}", text, id));
  }
  number = 0;
  for (const model::NumaCell& cell : build.domain.cpu->numa) {
    unsigned id = cell.id.value_or(number++);
    for (const model::NumaCell::Sibling& sibling : cell.distances)
      build.args.add("-numa", fmt::format("dist,src={},dst={},val={}", id, sibling.id, sibling.value));
  }
}

void add_clock(Build& build) {
  std::string text = clock_base(build.domain.clock);
  for (const Timer& timer : build.domain.clock.timers) {
    if (timer.name != Timer::Name::rtc) continue;
    if (timer.track == Timer::Track::guest) text += ",clock=vm";
    if (timer.track == Timer::Track::wall) text += ",clock=host";
    if (timer.tick == Timer::Tick::catchup) text += ",driftfix=slew";
  }
  build.args.add("-rtc", text);
  for (const Timer& timer : build.domain.clock.timers) {
    if (timer.name == Timer::Name::hpet && timer.present == Switch::no) build.args.add("-no-hpet");
    if (timer.name == Timer::Name::pit && timer.tick == Timer::Tick::delay)
      build.args.add("-global", "kvm-pit.lost_tick_policy=delay");
    if (timer.name == Timer::Name::pit && timer.tick == Timer::Tick::discard)
      build.args.add("-global", "kvm-pit.lost_tick_policy=discard");
  }
}

void add_power(Build& build) {
  // The process outlives the guest's power-off, so that its last state can be told from a crash.
  build.args.add("-no-shutdown");
  if (build.domain.on_reboot == model::LifecycleAction::destroy) build.args.add("-no-reboot");
  if (is_x86(build.domain) && !build.domain.features.acpi) build.args.add("-no-acpi");
  std::string_view device =
      build.domain.os.machine.find("q35") != std::string::npos ? "ICH9-LPC" : "PIIX4_PM";
  auto put = [&](std::string_view name, Switch value) {
    if (value != Switch::absent)
      build.args.add("-global", fmt::format("{}.{}={}", device, name, value == Switch::yes ? 0 : 1));
  };
  put("disable_s3", build.domain.pm.suspend_to_memory);
  put("disable_s4", build.domain.pm.suspend_to_disk);
}

void add_boot(Build& build) {
  const model::Os& os = build.domain.os;
  std::string text;
  if (os.boot_menu != Switch::absent) text += fmt::format("menu={},", on_off(os.boot_menu == Switch::yes));
  if (os.boot_menu == Switch::yes && os.boot_menu_timeout)
    text += fmt::format("splash-time={},", *os.boot_menu_timeout);
  if (os.bios_reboot_timeout) text += fmt::format("reboot-timeout={},", *os.bios_reboot_timeout);
  build.args.add("-boot", text + "strict=on");
  if (!os.kernel.empty()) build.args.add("-kernel", os.kernel);
  if (!os.initrd.empty()) build.args.add("-initrd", os.initrd);
  if (!os.cmdline.empty()) build.args.add("-append", os.cmdline);
  if (!os.dtb.empty()) build.args.add("-dtb", os.dtb);
  for (const model::Os::AcpiTable& table : os.acpi_tables)
    build.args.add("-acpitable", "sig=SLIC,file=" + escape_comma(table.path));
  if (os.loader && !os.loader->path.empty()) build.args.add("-bios", os.loader->path);
}

}  // namespace vireo::qemu
