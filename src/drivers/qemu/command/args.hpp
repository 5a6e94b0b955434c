// SPDX-License-Identifier: LGPL-2.1-or-later
// The list of arguments under construction, and what all renderers share.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/qemu/command/command.hpp"

namespace vireo::qemu {

class Args {
 public:
  void add(std::string option) { list_.push_back(std::move(option)); }
  void add(std::string option, std::string value) {
    list_.push_back(std::move(option));
    list_.push_back(std::move(value));
  }
  void add_json(std::string option, const boost::json::object& value);
  std::vector<std::string> take() { return std::move(list_); }

 private:
  std::vector<std::string> list_;
};

/// What renderers look at; the references outlive the building.
struct Build {
  const model::Domain& domain;
  const Emulator& emulator;
  const Runtime& runtime;
  Args args{};
};

/// A comma in a value of QEMU's key=value syntax is doubled.
std::string escape_comma(std::string_view text);
[[noreturn]] void not_expressible(std::string_view what);

/// "bus" and "addr" (or "port") of the device's address.
void put_address(boost::json::object& device, const model::Domain& domain, const model::Address& address);
/// "romfile", "rombar", "acpi-index".
void put_rom(boost::json::object& device, const model::DeviceInfo& info);
void put_virtio(boost::json::object& device, const model::VirtioOptions& options);
void put_switch(boost::json::object& device, std::string_view key, model::Switch value);
/// "virtio-blk-pci" and its transitional relatives. `model`: 0 plain, 1 transitional, 2 non-transitional.
std::string virtio_name(std::string_view stem, const model::Address& address, int model = 0);
/// QEMU's name of the bus of a controller: "usb.0", "scsi0.0", "pci.3" …
std::string controller_bus(const model::Domain& domain, model::Controller::Type type, unsigned index);
const model::Controller* find_controller(const model::Domain& domain, model::Controller::Type type,
                                         unsigned index);

/// Boot order of a device out of <os><boot/>, or the device's own; 0 when it has none.
struct BootOrder {
  explicit BootOrder(const model::Domain& domain);
  unsigned of(const model::Disk& disk);
  unsigned of(const model::Interface& interface);
  unsigned disk = 0, cdrom = 0, floppy = 0, network = 0;
};

void add_machine(Build& build);
void add_processors(Build& build);
void add_memory(Build& build);
void add_numa(Build& build);
void add_clock(Build& build);
void add_boot(Build& build);
void add_power(Build& build);
void add_controllers(Build& build);
void add_disks(Build& build, BootOrder& boot);
void add_interfaces(Build& build, BootOrder& boot);
void add_character_devices(Build& build);
/// -chardev for `source` under the name "char" + alias.
void add_chardev(Build& build, const model::CharSource& source, const std::string& alias);
void add_inputs(Build& build);
void add_graphics(Build& build);
void add_video(Build& build);
void add_sound(Build& build);
void add_small_devices(Build& build);
void add_audio(Build& build);
/// QEMU's name of the audio backend a device or display uses; none said: the first.
std::string audio_id(const model::Domain& domain, const std::optional<unsigned>& id);

}  // namespace vireo::qemu
