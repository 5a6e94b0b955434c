// SPDX-License-Identifier: LGPL-2.1-or-later
// Defaults of devices and the devices that others imply.
#include <algorithm>

#include "model/complete.hpp"

namespace vireo::model {

namespace {

using Bus = Disk::Bus;

struct Prefix {
  std::string_view text;
  Bus bus;
};
constexpr Prefix prefixes[] = {{"fd", Bus::fdc},  {"hd", Bus::ide},  {"vd", Bus::virtio},
                               {"sd", Bus::scsi}, {"xvd", Bus::xen}, {"ubd", Bus::uml}};

Bus bus_of_target(const std::string& target) {
  for (const auto& [text, bus] : prefixes) {
    if (target.starts_with(text)) return bus;
  }
  return Bus::ide;
}

void place(Disk& disk, unsigned controller, unsigned bus, unsigned unit) {
  disk.info.address = {.type = Address::Type::drive, .bus = bus, .controller = controller, .unit = unit};
}

/// Whether SCSI controller `index` has wide addresses (16 targets, as of the models that are not plain
/// "virtio-scsi").
void assign_address(Disk& disk, const Domain& domain) {
  const int index = disk_index(disk.target);
  if (index < 0 && disk.info.address.type == Address::Type::none && !disk.target.empty())
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "Unknown disk name '{}' and no address specified",
                disk.target);
  if (index < 0 || disk.info.address.type != Address::Type::none) return;
  const auto number = static_cast<unsigned>(index);
  switch (disk.bus) {
    case Bus::scsi: {
      (void)domain;
      place(disk, number / 7, 0, number % 7);
      break;
    }
    case Bus::ide:
      place(disk, number / 4, number % 4 / 2, number % 2);
      break;
    case Bus::sata:
      place(disk, number / 6, 0, number % 6);
      break;
    case Bus::fdc:
      place(disk, number / 2, 0, number % 2);
      break;
    default:
      break;
  }
}

void complete_disk(Disk& disk, const Domain& domain) {
  if (disk.bus == Bus::absent)
    disk.bus = disk.device == Disk::Device::floppy ? Bus::fdc : bus_of_target(disk.target);
  if (disk.snapshot == Disk::Snapshot::absent && disk.readonly) disk.snapshot = Disk::Snapshot::absent;
  assign_address(disk, domain);
}

/// Disks of one bus stand in the order of their targets, behind those that came before.
void sort_disks(std::vector<Disk>& disks) {
  std::vector<Disk> sorted;
  for (Disk& disk : disks) {
    auto at = sorted.end();
    for (auto other = sorted.end(); other != sorted.begin();) {
      --other;
      if (other->bus != disk.bus) continue;
      if (disk_index(other->target) < disk_index(disk.target)) {
        at = other + 1;
        break;
      }
      at = other;
    }
    sorted.insert(at, std::move(disk));
  }
  disks = std::move(sorted);
}

void number_controllers(std::vector<Controller>& controllers) {
  for (Controller& controller : controllers) {
    if (controller.index) continue;
    unsigned free = 0;
    const auto taken = [&](const Controller& other) {
      return other.type == controller.type && other.index == free;
    };
    while (std::ranges::any_of(controllers, taken)) ++free;
    controller.index = free;
  }
}

unsigned default_vram(const Domain& domain, Video::Type type) {
  switch (type) {
    case Video::Type::vga:
    case Video::Type::cirrus:
    case Video::Type::vmvga:
    case Video::Type::bochs:
      return domain.type == DomainType::vbox ? 8192 : domain.type == DomainType::vmware ? 4096 : 16384;
    case Video::Type::xen:
      return 4096;
    case Video::Type::qxl:
      return 65536;
    case Video::Type::vbox:
      return 8192;
    case Video::Type::parallels:
      return 9216;
    default:
      return 0;
  }
}

Video::Type default_video(const Domain& domain) {
  switch (domain.type) {
    case DomainType::xen:
    case DomainType::test:
      return domain.os.type == Os::Type::hvm ? Video::Type::cirrus : Video::Type::xen;
    case DomainType::vmware:
      return Video::Type::vmvga;
    case DomainType::vbox:
      return Video::Type::vbox;
    case DomainType::parallels:
    case DomainType::vz:
      return Video::Type::parallels;
    case DomainType::qemu:
    case DomainType::kvm:
    case DomainType::kqemu:
      return domain.os.arch == "ppc64" || domain.os.arch == "ppc64le" ? Video::Type::vga
                                                                      : Video::Type::cirrus;
    default:
      return Video::Type::cirrus;
  }
}

unsigned power_of_two(unsigned value) {
  unsigned power = 1;
  while (power < value) power <<= 1;
  return power;
}

void complete_video(Video& video, const Domain& domain) {
  if (video.type == Video::Type::absent || video.type == Video::Type::default_)
    video.type = default_video(domain);
  if (video.type == Video::Type::qxl && video.ram == 0) video.ram = default_vram(domain, video.type);
  if (video.vram == 0) video.vram = default_vram(domain, video.type);
  if (video.type == Video::Type::qxl) {
    video.ram = power_of_two(video.ram);
    video.vram = power_of_two(video.vram);
  }
  if (video.heads == 0) video.heads = 1;
}

void complete_videos(Domain& domain) {
  for (Video& video : domain.videos) complete_video(video, domain);
  if (!domain.videos.empty() && std::ranges::none_of(domain.videos, &Video::primary))
    domain.videos[0].primary = true;
}

void want_controller(Domain& domain, Controller::Type type, unsigned index, std::string_view model = "") {
  const auto same = [&](const Controller& other) { return other.type == type && other.index == index; };
  if (std::ranges::any_of(domain.controllers, same)) return;
  Controller controller;
  controller.type = type;
  controller.index = index;
  controller.model = model;
  domain.controllers.push_back(std::move(controller));
}

/// All controllers up to the highest index spoken of.
void want_controllers_up_to(Domain& domain, Controller::Type type, int highest) {
  for (int i = 0; i <= highest; ++i) want_controller(domain, type, static_cast<unsigned>(i));
}

void add_disk_controllers(Domain& domain, Bus bus, Controller::Type type) {
  int highest = -1;
  for (const Disk& disk : domain.disks) {
    if (disk.bus == bus && disk.info.address.type == Address::Type::drive)
      highest = std::max(highest, static_cast<int>(disk.info.address.controller));
  }
  want_controllers_up_to(domain, type, highest);
}

void add_serial_controllers(Domain& domain) {
  int highest = -1;
  const auto look = [&](const DeviceInfo& info) {
    highest = std::max(highest, info.address.type == Address::Type::virtio_serial
                                    ? static_cast<int>(info.address.controller)
                                    : 0);
  };
  for (const Channel& channel : domain.channels) {
    if (channel.target == Channel::Target::virtio) look(channel.info);
  }
  for (const Console& console : domain.consoles) {
    if (console.target == Console::Target::virtio) look(console.info);
  }
  want_controllers_up_to(domain, Controller::Type::virtio_serial, highest);
}

}  // namespace

int disk_index(std::string_view target) {
  static constexpr std::string_view names[] = {"fd", "hd", "vd", "sd", "xvd", "ubd"};
  for (const auto name : names) {
    if (!target.starts_with(name)) continue;
    auto rest = target.substr(name.size());
    int index = 0;
    std::size_t letters = 0;
    for (; letters < rest.size() && rest[letters] >= 'a' && rest[letters] <= 'z'; ++letters) {
      if (index > 1'000'000) return -1;
      index = (index + (letters == 0 ? 0 : 1)) * (letters == 0 ? 0 : 26) + (rest[letters] - 'a');
    }
    rest.remove_prefix(letters);
    if (letters == 0) continue;
    return rest.find_first_not_of("0123456789") == std::string_view::npos ? index : -1;
  }
  return -1;
}

void complete_devices(Domain& domain) {
  for (Console& console : domain.consoles) {
    if (console.target == Console::Target::absent) console.target = Console::Target::serial;
  }
  number_controllers(domain.controllers);
  for (Disk& disk : domain.disks) complete_disk(disk, domain);
  sort_disks(domain.disks);
  complete_videos(domain);
}

void add_implied_devices(Domain& domain) {
  if (domain.videos.empty() && std::ranges::any_of(domain.graphics, [](const Graphics& graphics) {
        return graphics.type != Graphics::Type::egl_headless;
      }))
    domain.videos.emplace_back();
  complete_videos(domain);
  add_disk_controllers(domain, Bus::scsi, Controller::Type::scsi);
  add_disk_controllers(domain, Bus::fdc, Controller::Type::fdc);
  add_disk_controllers(domain, Bus::ide, Controller::Type::ide);
  add_disk_controllers(domain, Bus::sata, Controller::Type::sata);
  add_serial_controllers(domain);
}

}  // namespace vireo::model
