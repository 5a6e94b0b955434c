// SPDX-License-Identifier: LGPL-2.1-or-later
// What a definition may say and this driver cannot yet do. No part of a definition is left out of a guest
// silently: what no renderer expresses is refused here, by its element.
#include <algorithm>

#include "base/error.hpp"
#include "drivers/qemu/command/args.hpp"

namespace vireo::qemu {
namespace {

using model::Domain;
using model::Switch;

void refuse(bool said, std::string_view what) {
  if (said) not_expressible(what);
}

void check_tuning(const Domain& domain) {
  refuse(domain.memory_tune != model::MemoryTune{}, "<memtune>");
  refuse(domain.numa_tune != model::NumaTune{}, "<numatune>");
  refuse(!domain.vcpu_states.empty(), "<vcpus>");
  refuse(domain.vcpus.placement == model::Vcpus::Placement::auto_, "<vcpu placement='auto'>");
  model::CpuTune tune = domain.cpu_tune;
  tune.vcpu_pins.clear();
  tune.emulator_pin.clear();
  refuse(tune != model::CpuTune{}, "<cputune> with anything but <vcpupin> and <emulatorpin>");
  // The incumbent writes its own default into the definition of every guest that runs.
  refuse(!domain.resource_partition.empty() && domain.resource_partition != "/machine", "<resource>");
  for (const model::IoThread& thread : domain.iothread_ids)
    refuse(thread.pool_min || thread.pool_max, "the pool of an <iothread>");
  using Source = model::MemoryBacking::Source;
  refuse(domain.memory_backing.source == Source::file, "<memoryBacking> with <source type='file'>");
}

void check_boot(const Domain& domain) {
  using model::Loader;
  const model::Os& os = domain.os;
  refuse(os.firmware == model::Os::Firmware::efi, "<os firmware='efi'>");
  refuse(!os.firmware_features.empty(), "<firmware>");
  refuse(os.loader && os.loader->type == Loader::Type::pflash, "<loader type='pflash'>");
  refuse(os.loader && os.loader->secure == Switch::yes, "<loader secure='yes'>");
  refuse(os.nvram.has_value(), "<nvram>");
  using Smbios = model::Os::Smbios;
  refuse(os.smbios == Smbios::host || os.smbios == Smbios::sysinfo, "<smbios>");
  refuse(os.bios_serial == Switch::yes, "<bios useserial='yes'>");
  const auto core_dump = [](model::LifecycleAction action) {
    return action == model::LifecycleAction::coredump_destroy ||
           action == model::LifecycleAction::coredump_restart;
  };
  refuse(core_dump(domain.on_crash), "<on_crash> with a core dump");
}

void check_features(const Domain& domain) {
  const model::Features& features = domain.features;
  refuse(features.gic, "<gic>");
  refuse(features.htm != Switch::absent, "<htm>");
  refuse(features.ccf_assist != Switch::absent, "<ccf-assist>");
  refuse(!features.cfpc.empty(), "<cfpc>");
  refuse(!features.sbbc.empty(), "<sbbc>");
  refuse(!features.ibs.empty(), "<ibs>");
  refuse(!features.msrs_unknown.empty(), "<msrs>");
  refuse(features.smm_tseg_given, "<tseg>");
}

bool has_secret(const model::StorageSource& source) { return source.auth || source.encryption; }

void check_disk(const model::Disk& disk) {
  const auto what = [&disk](std::string_view element) {
    return fmt::format("{} of disk '{}'", element, disk.target);
  };
  refuse(disk.iotune != model::IoTune{}, what("<iotune>"));
  refuse(disk.auth || disk.source.auth, what("<auth>"));
  refuse(disk.encryption || disk.source.encryption, what("<encryption>"));
  refuse(disk.source.reservations_managed != Switch::absent, what("<reservations>"));
  refuse(disk.transient, what("<transient>"));
  refuse(disk.rawio == Switch::yes, what("rawio='yes'"));
  refuse(disk.sgio == model::Disk::Sgio::unfiltered, what("sgio='unfiltered'"));
  for (const auto* below = &disk.backing; !below->empty(); below = &below->front().backing)
    refuse(has_secret(below->front().source), what("a secret in <backingStore>"));
}

void check_interface(const model::Interface& interface) {
  using Type = model::Interface::Type;
  const auto what = [&interface](std::string_view element) {
    return fmt::format("{} of interface '{}'", element, interface.mac.to_string());
  };
  const bool tap = interface.type == Type::bridge || interface.type == Type::ethernet;
  refuse(!interface.filter.empty(), what("<filterref>"));
  refuse(interface.virtual_port.has_value(), what("<virtualport>"));
  refuse(interface.vlan.has_value(), what("<vlan>"));
  refuse(interface.bandwidth.has_value(), what("<bandwidth>"));
  refuse(interface.coalesce_rx_frames.has_value(), what("<coalesce>"));
  refuse(!interface.tap_path.empty() || !interface.vhost_path.empty(), what("<backend>"));
  refuse(interface.driver == model::Interface::Backend::vhost, what("<driver name='vhost'>"));
  refuse(interface.isolated == Switch::yes, what("<port isolated='yes'>"));
  refuse(interface.trust_guest_rx_filters == Switch::yes, what("trustGuestRxFilters='yes'"));
  refuse(!interface.host_addresses.empty() || !interface.host_routes.empty(), what("<ip> in the <source>"));
  refuse(!interface.routes.empty(), what("<route>"));
  refuse(!interface.addresses.empty() && interface.type != Type::user, what("<ip>"));
  refuse(interface.queues > 1 && !tap, what("<driver queues=…>"));
}

void check_graphics(const model::Graphics& graphics) {
  refuse(graphics.listens.size() > 1, "more than one <listen> of <graphics>");
  for (const model::Listen& listen : graphics.listens)
    refuse(listen.type == model::Listen::Type::network, "<listen type='network'>");
}

void check_video(const model::Video& video) {
  refuse(video.accel3d == Switch::yes, "<acceleration accel3d='yes'>");
  refuse(video.blob == Switch::yes, "<model blob='on'>");
  refuse(video.backend == "vhostuser", "<driver name='vhostuser'> of <video>");
}

void check_audio(const model::Audio& audio) {
  model::Audio plain;
  plain.id = audio.id;
  plain.type = audio.type;
  plain.path = audio.path;
  refuse(audio != plain, "an option of <audio>");
}

void check_consoles(const Domain& domain) {
  using Target = model::Console::Target;
  std::size_t index = 0;
  for (const model::Console& console : domain.consoles) {
    const bool first_serial =
        index++ == 0 && (console.target == Target::serial || console.target == Target::absent);
    refuse(!first_serial && console.target != Target::virtio,
           "a <console> that is neither the first serial device nor of type virtio");
  }
}

void check_labels(const Domain& domain) {
  using Type = model::SecurityLabel::Type;
  for (const model::SecurityLabel& label : domain.security_labels) {
    const bool plain = label.model == "dac" && label.type == Type::dynamic && label.base_label.empty();
    refuse(label.type != Type::none && !plain && !label.model.empty(),
           fmt::format("<seclabel model='{}'>", label.model));
    refuse(label.type == Type::static_ && label.model.empty(), "<seclabel type='static'>");
  }
}

}  // namespace

void check_expressible(const Domain& domain) {
  if (!domain.kept.empty()) not_expressible(fmt::format("<{}>", domain.kept.front().name));
  check_tuning(domain);
  check_boot(domain);
  check_features(domain);
  std::ranges::for_each(domain.disks, check_disk);
  std::ranges::for_each(domain.interfaces, check_interface);
  check_consoles(domain);
  std::ranges::for_each(domain.graphics, check_graphics);
  std::ranges::for_each(domain.videos, check_video);
  std::ranges::for_each(domain.audios, check_audio);
  refuse(!domain.tpms.empty(), "<tpm>");
  for (const model::Watchdog& watchdog : domain.watchdogs)
    refuse(watchdog.action == model::Watchdog::Action::dump, "<watchdog action='dump'>");
  for (const model::Panic& panic : domain.panics)
    refuse(panic.model == model::Panic::Model::pseries || panic.model == model::Panic::Model::s390,
           "a <panic> that is part of another machine");
  check_labels(domain);
}

}  // namespace vireo::qemu
