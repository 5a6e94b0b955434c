// SPDX-License-Identifier: LGPL-2.1-or-later
// Names and declarations that several .cpp files of the model share. Not for other layers.
#pragma once

#include "model/chardev.hpp"
#include "model/disk.hpp"
#include "xml/declare.hpp"

namespace vireo::model {

inline constexpr auto yes_no = xml::names(Switch::yes, Switch::no, "yes", "no");
inline constexpr auto on_off = xml::names(Switch::yes, Switch::no, "on", "off");

inline constexpr auto storage_formats =
    xml::names(StorageFormat::auto_, StorageFormat::none, "auto", "raw", "dir", "bochs", "cloop", "dmg",
               "iso", "vpc", "vdi", "vhd", "ploop", "cow", "qcow", "qcow2", "qed", "vmdk", "fat", "none");

inline constexpr auto virtio_models = xml::names(Disk::Model::virtio, Disk::Model::virtio_non_transitional,
                                                 "virtio", "virtio-transitional", "virtio-non-transitional");

inline constexpr auto char_types =
    xml::names(CharSource::Type::null, CharSource::Type::dbus, "null", "vc", "pty", "dev", "file", "pipe",
               "stdio", "udp", "tcp", "unix", "spicevmc", "spiceport", "nmdm", "qemu-vdagent", "dbus");

/// type='…' of a character device's element.
template <class Device>
xml::Row<Device> char_type_attribute() {
  return xml::attribute("type", xml::in(&Device::source, &CharSource::type), char_types)
      .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown type presented to host for character device: {}")
      .host();
}

/// A set of small numbers as libvirt writes them: "0-3,8".
extern const xml::Codec cpuset_codec;

// Declarations that are included or nested in others.
const xml::Struct& address_struct();
const xml::Struct& alias_struct();
const xml::Struct& placement_struct();      ///< address
const xml::Struct& device_info_struct();    ///< both
const xml::Struct& bootable_info_struct();  ///< the same with <boot>, <rom>, <acpi>
const xml::Struct& virtio_options_struct();
const xml::Struct& source_label_struct();
const xml::Struct& domain_label_struct();
const xml::Struct& char_source_struct();
const xml::Struct& storage_source_struct();

// One for each device.
const xml::Struct& disk_struct();
const xml::Struct& controller_struct();
const xml::Struct& interface_struct();
const xml::Struct& serial_struct();
const xml::Struct& parallel_struct();
const xml::Struct& console_struct();
const xml::Struct& channel_struct();
const xml::Struct& input_struct();
const xml::Struct& graphics_struct();
const xml::Struct& sound_struct();
const xml::Struct& audio_struct();
const xml::Struct& video_struct();
const xml::Struct& redirected_device_struct();
const xml::Struct& hub_struct();
const xml::Struct& watchdog_struct();
const xml::Struct& memory_balloon_struct();
const xml::Struct& rng_struct();
const xml::Struct& panic_struct();
const xml::Struct& vsock_struct();

const xml::Struct& os_struct();
const xml::Struct& numa_tune_struct();
const xml::Struct& iothread_struct();
const xml::Struct& vcpu_state_struct();
const xml::Struct& cpu_tune_struct();
const xml::Struct& tpm_struct();
const xml::Struct& features_struct();
const xml::Struct& cpu_struct();
const xml::Struct& clock_struct();

}  // namespace vireo::model
