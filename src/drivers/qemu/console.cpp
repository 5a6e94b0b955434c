// SPDX-License-Identifier: LGPL-2.1-or-later
// The host's end of a guest's serial line as a stream. One user at a time: a second one is refused, or with
// FORCE cuts the first one off.
#include <fcntl.h>
#include <libvirt/libvirt.h>

#include <algorithm>

#include "base/error.hpp"
#include "driver/flags.hpp"
#include "drivers/qemu/connect.hpp"
#include "drivers/qemu/host_side.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

using model::CharSource;

template <class Devices>
const CharSource* by_alias(const Devices& devices, const std::string& alias) {
  for (const auto& device : devices)
    if (device.info.alias == alias) return &device.source;
  return nullptr;
}

const CharSource& find_console(const model::Domain& live, const std::optional<std::string>& device) {
  const CharSource* source = nullptr;
  if (device) {
    source = by_alias(live.consoles, *device);
    if (!source) source = by_alias(live.serials, *device);
    if (!source) source = by_alias(live.parallels, *device);
  } else if (!live.consoles.empty()) {
    source = &live.consoles.front().source;
  } else if (!live.serials.empty()) {
    source = &live.serials.front().source;
  }
  if (!source)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "cannot find character device {}",
                device.value_or("<null>"));
  return *source;
}

UniqueFd open_source(const CharSource& source, const std::string& name) {
  switch (source.type) {
    case CharSource::Type::pty:
    case CharSource::Type::dev:
      return open_file(source.path, O_RDWR | O_NOCTTY | O_NONBLOCK);
    case CharSource::Type::unix_:
      if (source.mode == CharSource::Mode::bind || source.mode == CharSource::Mode::absent)
        return UniqueFd(connect_to(source.path));
      [[fallthrough]];
    default:
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "character device {} is not using a PTY", name);
  }
}

Task<driver::StreamPtr> open_line(Instance& instance, DomainPtr domain, const CharSource& source,
                                  std::string name, bool force) {
  Running& running = instance.running(*domain);
  UniqueFd fd = open_source(source, name);
  if (auto user = running.console.lock()) {
    if (!force)
      throw Error(VIR_ERR_OPERATION_FAILED, VIR_FROM_QEMU, "Active console session exists for this domain");
    user->cut();
  }
  auto [stream, line] =
      make_line(instance.loop, fd.release(), fmt::format("{} of domain '{}'", name, domain->name));
  running.console = line;
  co_return std::move(stream);
}

}  // namespace

Task<driver::StreamPtr> QemuConsole::open_console(driver::DomainRef ref, std::optional<std::string> device,
                                                  std::uint32_t flags) {
  driver::check_flags(flags, VIR_DOMAIN_CONSOLE_SAFE | VIR_DOMAIN_CONSOLE_FORCE, "qemuDomainOpenConsole",
                      VIR_FROM_QEMU);
  DomainPtr domain = instance_.require(ref);
  Definition live = instance_.running(*domain).live;
  const CharSource& source = find_console(*live, device);
  co_return co_await open_line(instance_, domain, source, device.value_or("console"),
                               flags & VIR_DOMAIN_CONSOLE_FORCE);
}

Task<driver::StreamPtr> QemuConsole::open_channel(driver::DomainRef ref, std::optional<std::string> name,
                                                  std::uint32_t flags) {
  driver::check_flags(flags, VIR_DOMAIN_CHANNEL_FORCE, "qemuDomainOpenChannel", VIR_FROM_QEMU);
  DomainPtr domain = instance_.require(ref);
  Definition live = instance_.running(*domain).live;
  auto found = std::ranges::find_if(live->channels, [&](const model::Channel& channel) {
    return !name || channel.name == *name || channel.info.alias == *name;
  });
  if (found == live->channels.end())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "cannot find channel {}", name.value_or("<null>"));
  co_return co_await open_line(instance_, domain, found->source, found->info.alias,
                               flags & VIR_DOMAIN_CHANNEL_FORCE);
}

}  // namespace vireo::qemu
