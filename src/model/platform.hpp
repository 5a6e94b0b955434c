// SPDX-License-Identifier: LGPL-2.1-or-later
// The machine itself: how it boots, its features, clock and sleep states.
#pragma once

#include <vector>

#include "model/disk.hpp"

namespace vireo::model {

enum class BootDevice { floppy, cdrom, disk, network };

struct Loader {
  enum class Type { absent, rom, pflash, none };
  std::string path;
  Switch readonly = Switch::absent;
  Switch secure = Switch::absent;
  Switch stateless = Switch::absent;
  Type type = Type::absent;
  StorageFormat format = StorageFormat::absent;
  bool operator==(const Loader&) const = default;
};

struct Nvram {
  std::string path;
  std::string template_path;
  std::optional<StorageSource> source;  ///< <nvram type=…><source/>; otherwise a path
  StorageFormat format = StorageFormat::absent;
  bool operator==(const Nvram&) const = default;
};

struct FirmwareFeature {
  std::string name;
  Switch enabled = Switch::absent;
  bool operator==(const FirmwareFeature&) const = default;
};

struct Os {
  enum class Type { absent, hvm, xen, linux, exe, uml, xenpvh };
  enum class Firmware { absent, bios, efi };
  enum class Smbios { absent, none, emulate, host, sysinfo };
  struct AcpiTable {
    std::string type;
    std::string path;
    bool operator==(const AcpiTable&) const = default;
  };
  struct EnvironmentVariable {
    std::string name;
    std::string value;
    bool operator==(const EnvironmentVariable&) const = default;
  };
  Type type = Type::absent;
  std::string arch;     ///< "x86_64", "i686", …
  std::string machine;  ///< "pc", "q35", "pc-q35-7.2", "xenfv", …
  Firmware firmware = Firmware::absent;
  std::vector<FirmwareFeature> firmware_features;
  std::optional<Loader> loader;
  std::optional<Nvram> nvram;
  std::vector<BootDevice> boot;
  Switch boot_menu = Switch::absent;
  std::optional<unsigned> boot_menu_timeout;  ///< ms
  std::string kernel;
  std::string initrd;
  std::string cmdline;
  std::string root;
  std::string dtb;
  std::vector<AcpiTable> acpi_tables;
  Smbios smbios = Smbios::absent;
  Switch bios_serial = Switch::absent;
  std::optional<int> bios_reboot_timeout;  ///< ms
  // containers
  std::string init;
  std::vector<std::string> init_args;
  std::vector<EnvironmentVariable> init_env;
  std::string init_dir;
  std::string init_user;
  std::string init_group;
  bool operator==(const Os&) const = default;
};

struct HypervFeatures {
  enum class Mode { absent, custom, passthrough };
  Mode mode = Mode::absent;
  Switch relaxed = Switch::absent, vapic = Switch::absent, spinlocks = Switch::absent;
  unsigned spinlock_retries = 0;
  Switch vpindex = Switch::absent, runtime = Switch::absent, synic = Switch::absent;
  Switch stimer = Switch::absent, stimer_direct = Switch::absent;
  Switch reset = Switch::absent, vendor_id = Switch::absent;
  std::string vendor_id_value;
  Switch frequencies = Switch::absent, reenlightenment = Switch::absent, tlbflush = Switch::absent;
  Switch ipi = Switch::absent, evmcs = Switch::absent, avic = Switch::absent;
  bool operator==(const HypervFeatures&) const = default;
};

struct KvmFeatures {
  Switch hidden = Switch::absent, hint_dedicated = Switch::absent, poll_control = Switch::absent;
  Switch pv_ipi = Switch::absent, dirty_ring = Switch::absent;
  unsigned dirty_ring_size = 0;
  bool operator==(const KvmFeatures&) const = default;
};

struct XenFeatures {
  Switch e820_host = Switch::absent, passthrough = Switch::absent;
  std::string passthrough_mode;
  bool operator==(const XenFeatures&) const = default;
};

struct Features {
  bool pae = false;
  bool acpi = false;
  bool apic = false;
  Switch apic_eoi = Switch::absent;
  Switch hap = Switch::absent;
  bool viridian = false;
  bool privnet = false;
  std::optional<HypervFeatures> hyperv;
  std::optional<KvmFeatures> kvm;
  std::optional<XenFeatures> xen;
  Switch pvspinlock = Switch::absent;
  Switch pmu = Switch::absent;
  Switch vmport = Switch::absent;
  bool gic = false;
  std::string gic_version;
  Switch smm = Switch::absent;
  std::uint64_t smm_tseg = 0;  ///< MiB
  bool smm_tseg_given = false;
  std::string ioapic;
  Switch vmcoreinfo = Switch::absent;
  Switch htm = Switch::absent;
  Switch ccf_assist = Switch::absent;
  std::string msrs_unknown;
  std::string cfpc, sbbc, ibs;
  bool tcg = false;
  std::uint64_t tcg_cache = 0;  ///< KiB
  bool operator==(const Features&) const = default;
};

struct Timer {
  enum class Name { platform, pit, rtc, hpet, tsc, kvmclock, hypervclock, armvtimer };
  enum class Track { absent, boot, guest, wall, realtime };
  enum class Tick { absent, delay, catchup, merge, discard };
  enum class Mode { absent, auto_, native, emulate, paravirt, smpsafe };
  struct Catchup {
    unsigned threshold = 0, slew = 0, limit = 0;
    bool operator==(const Catchup&) const = default;
  };
  Name name = Name::rtc;
  Track track = Track::absent;
  Tick tick = Tick::absent;
  Switch present = Switch::absent;
  std::uint64_t frequency = 0;
  Mode mode = Mode::absent;
  std::optional<Catchup> catchup;
  bool operator==(const Timer&) const = default;
};

struct GuestClock {
  enum class Offset { utc, localtime, variable, timezone, absolute };
  enum class Basis { utc, localtime };
  Offset offset = Offset::utc;
  bool reset_adjustment = false;  ///< utc, localtime: adjustment='reset'
  long long adjustment = 0;       ///< s; variable
  Basis basis = Basis::utc;       ///< variable
  std::string timezone;
  std::uint64_t start = 0;  ///< absolute: seconds since 1970
  std::vector<Timer> timers;
  bool operator==(const GuestClock&) const = default;
};

struct PowerManagement {
  Switch suspend_to_memory = Switch::absent;
  Switch suspend_to_disk = Switch::absent;
  bool operator==(const PowerManagement&) const = default;
};

}  // namespace vireo::model
