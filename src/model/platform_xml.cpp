// SPDX-License-Identifier: LGPL-2.1-or-later
// How the machine boots, its clock.
#include <algorithm>

#include "model/platform.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using O = Os;

constexpr auto os_types = names(O::Type::hvm, O::Type::xenpvh, "hvm", "xen", "linux", "exe", "uml", "xenpvh");
constexpr auto firmwares = names(O::Firmware::bios, O::Firmware::efi, "bios", "efi");
constexpr auto loader_types = names(Loader::Type::rom, Loader::Type::none, "rom", "pflash", "none");
constexpr auto boot_devices = names(BootDevice::floppy, BootDevice::network, "fd", "cdrom", "hd", "network");
constexpr auto smbios_modes =
    names(O::Smbios::none, O::Smbios::sysinfo, "none", "emulate", "host", "sysinfo");
constexpr auto storage_types = names(StorageSource::Type::file, StorageSource::Type::vhost_user, "file",
                                     "block", "dir", "network", "volume", "nvme", "vhostuser");

const Struct& loader_struct() {
  static const Struct made = declare<Loader>({
      attribute("readonly", &Loader::readonly, yes_no),
      attribute("secure", &Loader::secure, yes_no),
      attribute("type", &Loader::type, loader_types),
      attribute("stateless", &Loader::stateless, yes_no),
      attribute("format", &Loader::format, storage_formats).host(),
      text(&Loader::path),
  });
  return made;
}

/// Either <nvram>path</nvram> or <nvram type='…'><source/></nvram>.
void read_nvram_source(Nvram& nvram, Node element, Reader& reader) {
  if (element.attribute("type") != nullptr) {
    static const Item type = attribute("type", &StorageSource::type, storage_types);
    StorageSource source;
    if (!enum_codec.parse(&source.type, element.attribute("type"), type))
      reader.bad_value(type, element, element.attribute("type"));
    if (const Node inside = element.child("source"))
      reader.read_into(storage_source_struct(), inside, source);
    nvram.source = std::move(source);
  } else {
    nvram.path = element.text();
  }
}

void write_nvram_type(const Nvram& nvram, Writer& writer, const WriteOptions&) {
  if (nvram.source) writer.attribute("type", storage_types.of(nvram.source->type));
}

void write_nvram_source(const Nvram& nvram, Writer& writer, const WriteOptions& options) {
  if (nvram.source)
    write(storage_source_struct(), "source", &*nvram.source, writer, options);
  else if (!nvram.path.empty())
    writer.text(nvram.path);
}

const Struct& nvram_struct() {
  static const Struct made = declare<Nvram>({
      attribute("template", &Nvram::template_path).host(),
      irregular<Nvram, nullptr, write_nvram_type>("@type").host(),
      attribute("format", &Nvram::format, storage_formats).host(),
      irregular<Nvram, nullptr, nullptr>("source"),
      irregular<Nvram, read_nvram_source, write_nvram_source>("").host(),
  });
  return made;
}

/// <type/> says nothing.
constexpr Codec os_type_codec{
    [](void* field, std::string_view text, const Item& item) {
      return text.empty() || enum_codec.parse(field, text, item);
    },
    [](const void* field, std::string& out, const Item& item) { return enum_codec.format(field, out, item); },
    nullptr};

constexpr std::string_view architectures[] = {
    "alpha",     "armv6l",  "armv7l",     "armv7b",       "aarch64", "cris",   "i686",    "ia64",
    "lm32",      "m68k",    "microblaze", "microblazeel", "mips",    "mipsel", "mips64",  "mips64el",
    "openrisc",  "parisc",  "parisc64",   "ppc",          "ppcle",   "ppc64",  "ppc64le", "ppcemb",
    "riscv32",   "riscv64", "s390",       "s390x",        "sh4",     "sh4eb",  "sparc",   "sparc64",
    "unicore32", "x86_64",  "xtensa",     "xtensaeb"};

void check_os(O& os, Node element, Reader& reader) {
  if (!os.arch.empty() && std::ranges::find(architectures, os.arch) == std::end(architectures))
    reader.fail(VIR_ERR_CONFIG_UNSUPPORTED, element, fmt::format("Unknown architecture {}", os.arch));
  if (os.boot_menu_timeout && *os.boot_menu_timeout > 65535)
    reader.fail(VIR_ERR_CONFIG_UNSUPPORTED, element,
                "invalid value for boot menu timeout, must be in range [0,65535]");
  if (os.bios_reboot_timeout && (*os.bios_reboot_timeout < -1 || *os.bios_reboot_timeout > 65535))
    reader.fail(VIR_ERR_CONFIG_UNSUPPORTED, element,
                "invalid value for rebootTimeout, must be in range [-1,65535]");
}

}  // namespace

const Struct& os_struct() {
  static const Struct made = declare<O, check_os>({
      attribute("firmware", &O::firmware, firmwares),
      element<O>("type", {attribute("arch", &O::arch), attribute("machine", &O::machine),
                          text(&O::type, os_types)
                              .as(os_type_codec)
                              .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown OS type '{}'")}),
      element<O>("firmware", {element("feature", &O::firmware_features,
                                      {attribute("enabled", &FirmwareFeature::enabled, yes_no).required(),
                                       attribute("name", &FirmwareFeature::name).required()})}),
      value("init", &O::init),
      element("initarg", &O::init_args, {text(self<std::string>)}),
      element("initenv", &O::init_env,
              {attribute("name", &O::EnvironmentVariable::name).required(),
               text(&O::EnvironmentVariable::value)}),
      value("initdir", &O::init_dir),
      value("inituser", &O::init_user),
      value("initgroup", &O::init_group),
      element("loader", &O::loader, loader_struct),
      element("nvram", &O::nvram, nvram_struct),
      value("kernel", &O::kernel).host(),
      value("initrd", &O::initrd).host(),
      value("cmdline", &O::cmdline),
      value("root", &O::root),
      value("dtb", &O::dtb).host(),
      element<O>("acpi",
                 {element("table", &O::acpi_tables,
                          {attribute("type", &O::AcpiTable::type).required(), text(&O::AcpiTable::path)})}),
      element("boot", &O::boot, {attribute("dev", self<BootDevice>, boot_devices).required()}),
      element<O>("bootmenu",
                 {attribute("enable", &O::boot_menu, yes_no), attribute("timeout", &O::boot_menu_timeout)}),
      element<O>("bios", {attribute("useserial", &O::bios_serial, yes_no),
                          attribute("rebootTimeout", &O::bios_reboot_timeout)}),
      element<O>("smbios", {attribute("mode", &O::smbios, smbios_modes)}),
  });
  return made;
}

std::string_view name_of(Os::Type type) { return os_types.of(type); }

namespace {

using G = GuestClock;
using Offset = GuestClock::Offset;

constexpr auto offsets =
    names(Offset::utc, Offset::absolute, "utc", "localtime", "variable", "timezone", "absolute");
constexpr auto bases = names(G::Basis::utc, G::Basis::localtime, "utc", "localtime");
constexpr auto timer_names = names(Timer::Name::platform, Timer::Name::armvtimer, "platform", "pit", "rtc",
                                   "hpet", "tsc", "kvmclock", "hypervclock", "armvtimer");
constexpr auto tracks =
    names(Timer::Track::boot, Timer::Track::realtime, "boot", "guest", "wall", "realtime");
constexpr auto ticks =
    names(Timer::Tick::delay, Timer::Tick::discard, "delay", "catchup", "merge", "discard");
constexpr auto timer_modes =
    names(Timer::Mode::auto_, Timer::Mode::smpsafe, "auto", "native", "emulate", "paravirt", "smpsafe");

/// utc and localtime with a number as adjustment become a variable offset.
void read_adjustment(G& clock, Node element, Reader& reader) {
  const char* text = element.attribute("adjustment");
  if (clock.offset == Offset::utc || clock.offset == Offset::localtime) {
    if (text == nullptr) return;
    if (std::string_view(text) == "reset") {
      clock.reset_adjustment = true;
      return;
    }
    clock.basis = clock.offset == Offset::utc ? G::Basis::utc : G::Basis::localtime;
    clock.offset = Offset::variable;
  } else if (clock.offset != Offset::variable || text == nullptr) {
    return;
  }
  static const Item item = attribute("adjustment", &G::adjustment);
  if (!int64_codec.parse(&clock.adjustment, text, item)) reader.bad_value(item, element, text);
}

void write_adjustment(const G& clock, Writer& writer, const WriteOptions&) {
  if (clock.offset == Offset::variable)
    writer.attribute("adjustment", std::to_string(clock.adjustment));
  else if (clock.reset_adjustment)
    writer.attribute("adjustment", "reset");
}

const Struct& timer_struct() {
  using T = Timer;
  static const Struct made = declare<T>({
      attribute("name", &T::name, timer_names).required(),
      attribute("present", &T::present, yes_no),
      attribute("tickpolicy", &T::tick, ticks),
      attribute("track", &T::track, tracks).when(&T::name, T::Name::platform, T::Name::rtc),
      attribute("frequency", &T::frequency).when(&T::name, T::Name::tsc),
      attribute("mode", &T::mode, timer_modes).when(&T::name, T::Name::tsc),
      element("catchup", &T::catchup,
              {attribute("threshold", &T::Catchup::threshold), attribute("slew", &T::Catchup::slew),
               attribute("limit", &T::Catchup::limit)}),
  });
  return made;
}

}  // namespace

const Struct& clock_struct() {
  static const Struct made = declare<G>({
      attribute("offset", &G::offset, offsets).error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown clock offset '{}'"),
      irregular<G, read_adjustment, write_adjustment>("@adjustment"),
      attribute("basis", &G::basis, bases).when(&G::offset, Offset::variable),
      attribute("timezone", &G::timezone).when(&G::offset, Offset::timezone).required(),
      attribute("start", &G::start).when(&G::offset, Offset::absolute).required(),
      element("timer", &G::timers, timer_struct),
  });
  return made;
}

}  // namespace vireo::model
