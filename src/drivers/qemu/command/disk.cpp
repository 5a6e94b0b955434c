// SPDX-License-Identifier: LGPL-2.1-or-later
// Disks: a block node for the storage, one for its format, and the device in the guest.
#include <boost/json/value.hpp>

#include "base/error.hpp"
#include "drivers/qemu/command/args.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

namespace json = boost::json;
using model::Disk;
using model::StorageFormat;
using model::StorageSource;
using model::Switch;

struct CacheMode {
  bool direct, no_flush, writeback;
};

CacheMode cache_mode(Disk::Cache cache) {
  switch (cache) {
    case Disk::Cache::none:
      return {true, false, true};
    case Disk::Cache::writethrough:
      return {false, false, false};
    case Disk::Cache::directsync:
      return {true, false, false};
    case Disk::Cache::unsafe:
      return {false, true, true};
    default:
      return {false, false, true};
  }
}

bool has_cache(const Disk& disk) {
  return disk.cache != Disk::Cache::absent && disk.cache != Disk::Cache::default_;
}

void put_cache(json::object& node, const Disk& disk) {
  if (!has_cache(disk)) return;
  CacheMode mode = cache_mode(disk.cache);
  node["cache"] = json::object{{"direct", mode.direct}, {"no-flush", mode.no_flush}};
}

std::string format_driver(StorageFormat format) {
  switch (format) {
    case StorageFormat::absent:
    case StorageFormat::raw:
    case StorageFormat::iso:
      return "raw";
    case StorageFormat::auto_:
    case StorageFormat::none:
    case StorageFormat::dir:
    case StorageFormat::fat:
      throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "disk format '{}' needs a fixed format",
                  model::name_of(format));
    default:
      return std::string(model::name_of(format));
  }
}

json::object storage_node(const Disk& disk, const StorageSource& source, const std::string& name) {
  json::object node;
  switch (source.type) {
    case StorageSource::Type::file:
      node["driver"] = "file";
      node["filename"] = source.path;
      break;
    case StorageSource::Type::block:
      node["driver"] = disk.device == Disk::Device::cdrom ? "host_cdrom" : "host_device";
      node["filename"] = source.path;
      break;
    default:
      not_expressible(fmt::format("the source type of disk '{}'", disk.target));
  }
  if (disk.io == Disk::Io::native) node["aio"] = "native";
  if (disk.io == Disk::Io::threads) node["aio"] = "threads";
  if (disk.io == Disk::Io::io_uring) node["aio"] = "io_uring";
  node["node-name"] = name;
  put_cache(node, disk);
  node["auto-read-only"] = true;
  node["discard"] = "unmap";
  return node;
}

json::object format_node(const Disk& disk, StorageFormat format, bool readonly, const std::string& name,
                         const std::string& storage) {
  json::object node{{"node-name", name}, {"read-only", readonly}};
  if (disk.discard == Disk::Discard::unmap) node["discard"] = "unmap";
  if (disk.discard == Disk::Discard::ignore) node["discard"] = "ignore";
  if (disk.detect_zeroes == Disk::DetectZeroes::on) node["detect-zeroes"] = "on";
  if (disk.detect_zeroes == Disk::DetectZeroes::off) node["detect-zeroes"] = "off";
  if (disk.detect_zeroes == Disk::DetectZeroes::unmap)
    node["detect-zeroes"] = disk.discard == Disk::Discard::unmap ? "unmap" : "on";
  put_cache(node, disk);
  node["driver"] = format_driver(format);
  if (disk.metadata_cache_size && format == StorageFormat::qcow2)
    node["cache-size"] = disk.metadata_cache_size;
  node["file"] = storage;
  return node;
}

std::size_t chain_length(const Disk& disk) {
  std::size_t length = 1;
  const std::vector<model::BackingStore>* below = &disk.backing;
  while (!below->empty() && below->front().source.type != StorageSource::Type::absent) {
    ++length;
    below = &below->front().backing;
  }
  return length;
}

/// The nodes of the whole chain, lowest first; returns the name of the top.
std::string add_chain(Build& build, const Disk& disk, std::size_t number) {
  struct Layer {
    const StorageSource* source;
    StorageFormat format;
  };
  std::vector<Layer> layers{{&disk.source, disk.format}};
  bool terminated = false;
  for (const auto* below = &disk.backing; !below->empty(); below = &below->front().backing) {
    if (below->front().source.type == StorageSource::Type::absent) {
      terminated = true;
      break;
    }
    layers.push_back({&below->front().source, below->front().format});
  }
  std::string lower;
  for (std::size_t i = layers.size(); i-- > 0;) {
    std::string stem = fmt::format("libvirt-{}", number + i);
    bool readonly = i > 0 || disk.readonly || disk.device == Disk::Device::cdrom;
    build.args.add_json("-blockdev", storage_node(disk, *layers[i].source, stem + "-storage"));
    json::object node = format_node(disk, layers[i].format, readonly, stem + "-format", stem + "-storage");
    if (!lower.empty())
      node["backing"] = lower;
    else if (terminated)
      node["backing"] = nullptr;
    build.args.add_json("-blockdev", node);
    lower = stem + "-format";
  }
  if (disk.copy_on_read == Switch::yes) {
    std::string name = fmt::format("libvirt-CoR-{}", disk.target);
    json::object node{{"driver", "copy-on-read"}, {"node-name", name}, {"file", lower}};
    if (disk.discard == Disk::Discard::unmap) node["discard"] = "unmap";
    build.args.add_json("-blockdev", node);
    lower = name;
  }
  return lower;
}

std::string scsi_driver(const Disk& disk) {
  if (disk.device == Disk::Device::lun) return "scsi-block";
  return disk.device == Disk::Device::cdrom ? "scsi-cd" : "scsi-hd";
}

void put_scsi(json::object& device, const Build& build, const Disk& disk) {
  const model::Address& address = disk.info.address;
  const model::Controller* controller =
      find_controller(build.domain, model::Controller::Type::scsi, address.controller);
  device["driver"] = scsi_driver(disk);
  device["bus"] = controller_bus(build.domain, model::Controller::Type::scsi, address.controller);
  if (controller && controller->model == "lsilogic") {
    device["scsi-id"] = address.unit;
  } else {
    device["channel"] = address.bus;
    device["scsi-id"] = address.target;
    device["lun"] = address.unit;
  }
  device["device_id"] = disk.serial.empty() ? "drive-" + disk.info.alias : disk.serial;
}

void put_place(json::object& device, const Build& build, const Disk& disk) {
  const model::Address& address = disk.info.address;
  bool cdrom = disk.device == Disk::Device::cdrom;
  switch (disk.bus) {
    case Disk::Bus::ide:
      device["driver"] = cdrom ? "ide-cd" : "ide-hd";
      device["bus"] = fmt::format("ide.{}", address.bus);
      device["unit"] = address.unit;
      return;
    case Disk::Bus::sata: {
      const model::Controller* controller =
          find_controller(build.domain, model::Controller::Type::sata, address.controller);
      std::string alias = controller && !controller->info.alias.empty() ? controller->info.alias : "ide";
      device["driver"] = cdrom ? "ide-cd" : "ide-hd";
      device["bus"] = fmt::format("{}.{}", alias, address.unit);
      return;
    }
    case Disk::Bus::scsi:
      return put_scsi(device, build, disk);
    case Disk::Bus::virtio: {
      int kind = disk.model == Disk::Model::virtio_transitional       ? 1
                 : disk.model == Disk::Model::virtio_non_transitional ? 2
                                                                      : 0;
      device["driver"] = virtio_name("virtio-blk", address, kind);
      put_virtio(device, disk.virtio);
      if (disk.iothread) device["iothread"] = fmt::format("iothread{}", disk.iothread);
      put_switch(device, "ioeventfd", disk.ioeventfd);
      put_switch(device, "event_idx", disk.event_idx);
      if (disk.queues) device["num-queues"] = disk.queues;
      if (disk.queue_size) device["queue-size"] = disk.queue_size;
      put_address(device, build.domain, address);
      return;
    }
    case Disk::Bus::usb:
      device["driver"] = "usb-storage";
      put_address(device, build.domain, address);
      return;
    case Disk::Bus::fdc:
      device["driver"] = "floppy";
      device["unit"] = address.unit;
      return;
    default:
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU,
                  "unsupported disk bus '{}' with device setup of '{}'", model::name_of(disk.bus),
                  disk.target);
  }
}

void put_policies(json::object& device, const Disk& disk) {
  using Policy = Disk::ErrorPolicy;
  auto name = [](Policy policy) -> std::string_view {
    switch (policy) {
      case Policy::stop:
        return "stop";
      case Policy::report:
        return "report";
      case Policy::ignore:
        return "ignore";
      case Policy::enospace:
        return "enospc";
      default:
        return "";
    }
  };
  std::string_view write = name(disk.error_policy), read = name(disk.rerror_policy);
  if (read.empty() && !write.empty() && disk.error_policy != Policy::enospace) read = write;
  if (!write.empty()) device["werror"] = write;
  if (!read.empty()) device["rerror"] = read;
}

void add_device(Build& build, const Disk& disk, const std::string& node, unsigned boot) {
  json::object device;
  put_place(device, build, disk);
  if (disk.shareable && disk.bus != Disk::Bus::fdc) device["share-rw"] = true;
  if (!node.empty()) device["drive"] = node;
  device["id"] = disk.info.alias;
  if (boot && disk.bus != Disk::Bus::fdc) device["bootindex"] = boot;
  if (disk.logical_block_size) device["logical_block_size"] = disk.logical_block_size;
  if (disk.physical_block_size) device["physical_block_size"] = disk.physical_block_size;
  if (disk.cylinders) {
    device["cyls"] = disk.cylinders;
    device["heads"] = disk.heads;
    device["secs"] = disk.sectors;
  }
  if (disk.translation != Disk::Translation::absent)
    device["bios-chs-trans"] = disk.translation == Disk::Translation::none    ? "none"
                               : disk.translation == Disk::Translation::auto_ ? "auto"
                                                                              : "lba";
  if (!disk.wwn.empty()) device["wwn"] = std::stoull(disk.wwn, nullptr, 16);
  if (disk.rotation_rate) device["rotation_rate"] = disk.rotation_rate;
  if (!disk.vendor.empty()) device["vendor"] = disk.vendor;
  if (!disk.product.empty()) device["product"] = disk.product;
  if (disk.bus == Disk::Bus::usb) device["removable"] = disk.removable == Switch::yes;
  if (has_cache(disk) && disk.bus != Disk::Bus::fdc)
    device["write-cache"] = cache_mode(disk.cache).writeback ? "on" : "off";
  if (!disk.serial.empty()) device["serial"] = disk.serial;
  if (disk.bus != Disk::Bus::fdc) put_policies(device, disk);
  if (disk.bus == Disk::Bus::fdc && boot)
    build.args.add("-global",
                   fmt::format("isa-fdc.bootindex{}={}", disk.info.address.unit ? 'B' : 'A', boot));
  build.args.add_json("-device", device);
}

}  // namespace

void add_disks(Build& build, BootOrder& boot) {
  // Nodes are numbered from the last disk to the first, as the incumbent does: its names stay valid.
  std::vector<std::size_t> numbers(build.domain.disks.size());
  std::size_t next = 1;
  for (std::size_t i = numbers.size(); i-- > 0;) {
    numbers[i] = next;
    if (!build.domain.disks[i].source.empty()) next += chain_length(build.domain.disks[i]);
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Disk& disk = build.domain.disks[i];
    std::string node = disk.source.empty() ? std::string() : add_chain(build, disk, numbers[i]);
    add_device(build, disk, node, boot.of(disk));
  }
}

}  // namespace vireo::qemu
