// SPDX-License-Identifier: LGPL-2.1-or-later
// Disks and what stands behind them.
#pragma once

#include <memory>
#include <vector>

#include "base/uuid.hpp"
#include "model/address.hpp"

namespace vireo::model {

enum class StorageFormat {
  absent,
  auto_,
  raw,
  dir,
  bochs,
  cloop,
  dmg,
  iso,
  vpc,
  vdi,
  vhd,
  ploop,
  cow,
  qcow,
  qcow2,
  qed,
  vmdk,
  fat,
  none
};

/// A reference to a secret by UUID or by usage, never both.
struct SecretRef {
  std::string type;
  std::optional<Uuid> uuid;
  std::string usage;
  bool operator==(const SecretRef&) const = default;
};

struct StorageHost {
  std::string name;
  std::string port;  ///< a number or a service name; empty: the protocol's default
  std::string transport;
  std::string socket;
  bool operator==(const StorageHost&) const = default;
};

struct StorageAuth {
  std::string username;
  SecretRef secret;
  bool operator==(const StorageAuth&) const = default;
};

struct Encryption {
  std::string format;
  std::string engine;
  std::vector<SecretRef> secrets;
  bool operator==(const Encryption&) const = default;
};

/// A storage source: the content of <source> with the `type` of the element above it.
struct StorageSource {
  enum class Type { absent, file, block, dir, network, volume, nvme, vhost_user };
  enum class PoolMode { absent, host, direct };
  enum class Startup { absent, mandatory, requisite, optional };
  Type type = Type::file;
  std::string path;  ///< file, block, dir; the volume's or image's name for network
  std::string protocol;
  std::string query;
  Switch tls = Switch::absent;
  std::string tls_hostname;
  std::vector<StorageHost> hosts;
  std::string snapshot;
  std::string config_file;
  std::string pool;
  std::string volume;
  PoolMode pool_mode = PoolMode::absent;
  Startup startup_policy = Startup::absent;  ///< of a disk: what to do when it is missing
  std::optional<std::uint64_t> index;        ///< number within the chain, while running
  std::optional<StorageAuth> auth;
  std::optional<Encryption> encryption;
  std::vector<SecurityLabel> labels;
  Switch reservations_managed = Switch::absent;
  bool operator==(const StorageSource&) const = default;

  bool empty() const noexcept { return path.empty() && pool.empty() && protocol.empty() && hosts.empty(); }
};

/// One image below a disk. `source` of type absent is the end of the chain, said explicitly.
struct BackingStore {
  StorageFormat format = StorageFormat::absent;
  std::uint64_t cache_size = 0;  ///< bytes
  StorageSource source{.type = StorageSource::Type::absent};
  std::vector<BackingStore> backing;  ///< none or one
  bool operator==(const BackingStore&) const = default;
};

/// Limits in bytes per second and requests per second; 0: none.
struct IoTune {
  std::uint64_t total_bytes_sec = 0, read_bytes_sec = 0, write_bytes_sec = 0;
  std::uint64_t total_iops_sec = 0, read_iops_sec = 0, write_iops_sec = 0;
  std::uint64_t total_bytes_sec_max = 0, read_bytes_sec_max = 0, write_bytes_sec_max = 0;
  std::uint64_t total_iops_sec_max = 0, read_iops_sec_max = 0, write_iops_sec_max = 0;
  std::uint64_t size_iops_sec = 0;
  std::string group_name;
  std::uint64_t total_bytes_sec_max_length = 0, read_bytes_sec_max_length = 0, write_bytes_sec_max_length = 0;
  std::uint64_t total_iops_sec_max_length = 0, read_iops_sec_max_length = 0, write_iops_sec_max_length = 0;
  bool operator==(const IoTune&) const = default;
};

struct Disk {
  enum class Device { disk, cdrom, floppy, lun };
  enum class Bus { absent, ide, fdc, scsi, virtio, xen, usb, uml, sata, sd };
  enum class Cache { absent, default_, none, writethrough, writeback, directsync, unsafe };
  enum class Io { absent, native, threads, io_uring };
  enum class Discard { absent, unmap, ignore };
  enum class DetectZeroes { absent, off, on, unmap };
  enum class ErrorPolicy { absent, stop, report, ignore, enospace };
  enum class Snapshot { absent, no, internal, external, manual };
  enum class Model { absent, virtio, virtio_transitional, virtio_non_transitional };
  enum class Tray { closed, open };
  enum class Sgio { absent, filtered, unfiltered };
  enum class Translation { absent, none, auto_, lba };

  StorageSource source;
  Device device = Device::disk;
  Model model = Model::absent;
  Switch rawio = Switch::absent;
  Sgio sgio = Sgio::absent;
  Snapshot snapshot = Snapshot::absent;
  // driver
  std::string driver;  ///< "qemu", "phy", "file", "tap", …
  StorageFormat format = StorageFormat::absent;
  Cache cache = Cache::absent;
  ErrorPolicy error_policy = ErrorPolicy::absent;
  ErrorPolicy rerror_policy = ErrorPolicy::absent;
  Io io = Io::absent;
  Switch ioeventfd = Switch::absent;
  Switch event_idx = Switch::absent;
  Switch copy_on_read = Switch::absent;
  Discard discard = Discard::absent;
  unsigned iothread = 0;
  DetectZeroes detect_zeroes = DetectZeroes::absent;
  unsigned queues = 0;
  unsigned queue_size = 0;
  VirtioOptions virtio;
  std::uint64_t metadata_cache_size = 0;  ///< bytes
  std::optional<StorageAuth> auth;        ///< said outside <source>, the older place
  std::optional<Encryption> encryption;   ///< the same
  std::vector<BackingStore> backing;      ///< none or one
  // target
  std::string target;  ///< "vda"
  Bus bus = Bus::absent;
  Tray tray = Tray::closed;
  Switch removable = Switch::absent;
  unsigned rotation_rate = 0;
  IoTune iotune;
  bool readonly = false;
  bool shareable = false;
  bool transient = false;
  std::string serial;
  std::string wwn;
  std::string vendor;
  std::string product;
  // CHS geometry
  unsigned cylinders = 0, heads = 0, sectors = 0;
  Translation translation = Translation::absent;
  unsigned logical_block_size = 0, physical_block_size = 0;
  DeviceInfo info;
  bool operator==(const Disk&) const = default;

  bool is_virtio() const noexcept { return bus == Bus::virtio; }
};

}  // namespace vireo::model
