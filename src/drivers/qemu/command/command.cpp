// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/command/command.hpp"

#include <set>

#include "base/error.hpp"
#include "drivers/qemu/command/args.hpp"

namespace vireo::qemu {
namespace {

namespace json = boost::json;

void add_monitor(Build& build) {
  std::string where = build.runtime.monitor_fd >= 0
                          ? fmt::format("fd={}", build.runtime.monitor_fd)
                          : fmt::format("path={}", escape_comma(build.runtime.monitor_path));
  build.args.add("-chardev", fmt::format("socket,id=charmonitor,{},server=on,wait=off", where));
  build.args.add("-mon", "chardev=charmonitor,id=monitor,mode=control");
}

void add_iothreads(Build& build) {
  std::set<unsigned> ids;
  for (const model::IoThread& thread : build.domain.iothread_ids) ids.insert(thread.id);
  for (unsigned id = 1; ids.size() < build.domain.iothreads; ++id) ids.insert(id);
  for (unsigned id : ids)
    build.args.add_json("-object",
                        json::object{{"qom-type", "iothread"}, {"id", fmt::format("iothread{}", id)}});
}

void add_balloon(Build& build) {
  if (!build.domain.memory_balloon) return;
  const model::MemoryBalloon& balloon = *build.domain.memory_balloon;
  using Model = model::MemoryBalloon::Model;
  if (balloon.model == Model::none) return;
  if (balloon.model == Model::xen) not_expressible("memory balloon model 'xen'");
  int kind = balloon.model == Model::virtio_transitional       ? 1
             : balloon.model == Model::virtio_non_transitional ? 2
                                                               : 0;
  json::object device{{"driver", virtio_name("virtio-balloon", balloon.info.address, kind)}};
  put_virtio(device, balloon.virtio);
  device["id"] = balloon.info.alias;
  put_switch(device, "deflate-on-oom", balloon.auto_deflate);
  put_switch(device, "free-page-reporting", balloon.free_page_reporting);
  put_address(device, build.domain, balloon.info.address);
  build.args.add_json("-device", device);
}

void add_rng(Build& build, const model::Rng& rng) {
  std::string object_id = "obj" + rng.info.alias;
  switch (rng.backend) {
    case model::Rng::Backend::random:
      build.args.add_json(
          "-object",
          json::object{{"qom-type", "rng-random"},
                       {"id", object_id},
                       {"filename", rng.device.empty() ? std::string("/dev/urandom") : rng.device}});
      break;
    case model::Rng::Backend::egd:
      add_chardev(build, rng.source, rng.info.alias);
      build.args.add_json(
          "-object",
          json::object{{"qom-type", "rng-egd"}, {"id", object_id}, {"chardev", "char" + rng.info.alias}});
      break;
    case model::Rng::Backend::builtin:
      build.args.add_json("-object", json::object{{"qom-type", "rng-builtin"}, {"id", object_id}});
      break;
  }
  int kind = rng.model == model::Rng::Model::virtio_transitional       ? 1
             : rng.model == model::Rng::Model::virtio_non_transitional ? 2
                                                                       : 0;
  json::object device{{"driver", virtio_name("virtio-rng", rng.info.address, kind)}};
  put_virtio(device, rng.virtio);
  device["rng"] = object_id;
  device["id"] = rng.info.alias;
  if (rng.rate_bytes) {
    device["max-bytes"] = rng.rate_bytes;
    device["period"] = rng.rate_period ? rng.rate_period : 1000;
  }
  put_address(device, build.domain, rng.info.address);
  build.args.add_json("-device", device);
}

void add_watchdog(Build& build, const model::Watchdog& watchdog) {
  using Model = model::Watchdog::Model;
  using Action = model::Watchdog::Action;
  if (watchdog.model == Model::itco) return;  // part of q35
  json::object device{{"driver", watchdog.model == Model::ib700     ? "ib700"
                                 : watchdog.model == Model::diag288 ? "diag288"
                                                                    : "i6300esb"},
                      {"id", watchdog.info.alias}};
  put_address(device, build.domain, watchdog.info.address);
  build.args.add_json("-device", device);
  std::string_view action;
  switch (watchdog.action) {
    case Action::reset:
      action = "reset";
      break;
    case Action::shutdown:
      action = "shutdown";
      break;
    case Action::poweroff:
      action = "poweroff";
      break;
    case Action::pause:
    case Action::dump:
      action = "pause";
      break;
    case Action::none:
      action = "none";
      break;
    case Action::inject_nmi:
      action = "inject-nmi";
      break;
  }
  build.args.add("-watchdog-action", std::string(action));
}

void add_panic(Build& build, const model::Panic& panic) {
  using Model = model::Panic::Model;
  if (panic.model == Model::hyperv) return;  // a feature of the processor
  if (panic.model == Model::pvpanic) {
    json::object device{{"driver", "pvpanic-pci"}};
    put_address(device, build.domain, panic.info.address);
    return build.args.add_json("-device", device);
  }
  json::object device{{"driver", "pvpanic"}};
  if (panic.info.address.type == model::Address::Type::isa) device["ioport"] = panic.info.address.iobase;
  build.args.add_json("-device", device);
}

void add_redirected(Build& build, const model::RedirectedDevice& redirected) {
  add_chardev(build, redirected.source, redirected.info.alias);
  json::object device{
      {"driver", "usb-redir"}, {"chardev", "char" + redirected.info.alias}, {"id", redirected.info.alias}};
  if (redirected.info.boot_order) device["bootindex"] = redirected.info.boot_order;
  put_address(device, build.domain, redirected.info.address);
  build.args.add_json("-device", device);
}

void add_vsock(Build& build) {
  if (!build.domain.vsock) return;
  const model::Vsock& vsock = *build.domain.vsock;
  using Model = model::Vsock::Model;
  int kind = vsock.model == Model::virtio_transitional       ? 1
             : vsock.model == Model::virtio_non_transitional ? 2
                                                             : 0;
  json::object device{{"driver", virtio_name("vhost-vsock", vsock.info.address, kind)}};
  put_virtio(device, vsock.virtio);
  device["id"] = vsock.info.alias;
  device["guest-cid"] = vsock.cid;
  if (build.runtime.vsock_fd >= 0) device["vhostfd"] = fmt::format("{}", build.runtime.vsock_fd);
  put_address(device, build.domain, vsock.info.address);
  build.args.add_json("-device", device);
}

void add_raw(Build& build) {
  if (!build.domain.qemu_command_line) return;
  for (const std::string& argument : build.domain.qemu_command_line->arguments) build.args.add(argument);
}

}  // namespace

void add_small_devices(Build& build) {
  for (const model::Hub& hub : build.domain.hubs) {
    json::object device{{"driver", "usb-hub"}, {"id", hub.info.alias}};
    put_address(device, build.domain, hub.info.address);
    build.args.add_json("-device", device);
  }
}

std::vector<std::string> build_command(const model::Domain& domain, const Emulator& emulator,
                                       const Runtime& runtime) {
  Build build{.domain = domain, .emulator = emulator, .runtime = runtime};
  check_expressible(domain);
  BootOrder boot(domain);
  build.args.add(domain.emulator);
  build.args.add("-name", fmt::format("guest={},debug-threads=on", escape_comma(domain.name)));
  build.args.add("-S");
  add_machine(build);
  add_processors(build);
  add_memory(build);
  add_iothreads(build);
  add_numa(build);
  build.args.add("-uuid", domain.uuid.to_string());
  if (domain.genid)
    build.args.add_json("-device",
                        json::object{{"driver", "vmgenid"}, {"guid", *domain.genid}, {"id", "vmgenid0"}});
  if (domain.graphics.empty()) build.args.add("-display", "none");
  build.args.add("-no-user-config");
  build.args.add("-nodefaults");
  add_monitor(build);
  add_clock(build);
  add_power(build);
  add_boot(build);
  add_controllers(build);
  add_small_devices(build);
  add_disks(build, boot);
  add_interfaces(build, boot);
  add_character_devices(build);
  add_inputs(build);
  add_audio(build);
  add_graphics(build);
  add_video(build);
  add_sound(build);
  for (const model::Watchdog& watchdog : domain.watchdogs) add_watchdog(build, watchdog);
  add_balloon(build);
  for (const model::RedirectedDevice& device : domain.redirected_devices) add_redirected(build, device);
  for (const model::Rng& rng : domain.rngs) add_rng(build, rng);
  for (const model::Panic& panic : domain.panics) add_panic(build, panic);
  add_vsock(build);
  if (domain.features.vmcoreinfo == model::Switch::yes)
    build.args.add_json("-device", json::object{{"driver", "vmcoreinfo"}});
  add_raw(build);
  if (runtime.sandbox)
    build.args.add("-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny");
  build.args.add("-msg", "timestamp=on");
  return build.args.take();
}

std::vector<std::string> build_environment(const model::Domain& domain, const Runtime& runtime) {
  const std::string& home = runtime.state_directory;
  std::vector<std::string> environment{"LC_ALL=C",
                                       "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                                       "HOME=" + home,
                                       "XDG_DATA_HOME=" + home + "/.local/share",
                                       "XDG_CACHE_HOME=" + home + "/.cache",
                                       "XDG_CONFIG_HOME=" + home + "/.config"};
  for (const model::Graphics& graphics : domain.graphics) {
    if (graphics.type != model::Graphics::Type::sdl) continue;
    if (!graphics.xauth.empty()) environment.push_back("XAUTHORITY=" + graphics.xauth);
    if (!graphics.display.empty()) environment.push_back("DISPLAY=" + graphics.display);
  }
  if (domain.clock.offset == model::GuestClock::Offset::timezone)
    environment.push_back("TZ=" + domain.clock.timezone);
  if (domain.qemu_command_line)
    for (const auto& variable : domain.qemu_command_line->environment)
      environment.push_back(variable.name + "=" + variable.value.value_or(""));
  return environment;
}

}  // namespace vireo::qemu
