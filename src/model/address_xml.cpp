// SPDX-License-Identifier: LGPL-2.1-or-later
// Addresses, aliases, boot order, option ROMs, virtio options and security labels: what devices share.
#include "model/complete.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

constexpr auto address_types =
    names(Address::Type::pci, Address::Type::unassigned, "pci", "drive", "virtio-serial", "ccid", "usb",
          "spapr-vio", "virtio-s390", "ccw", "virtio-mmio", "isa", "dimm", "unassigned");

constexpr auto label_types =
    names(SecurityLabel::Type::none, SecurityLabel::Type::static_, "none", "dynamic", "static");

/// "1", "1.2": up to four numbers, the ports of hubs behind each other.
bool is_usb_port(std::string_view text) {
  int numbers = 1;
  bool digit = false;
  for (const char c : text) {
    if (c == '.' && digit && ++numbers <= 4)
      digit = false;
    else if (c >= '0' && c <= '9')
      digit = true;
    else
      return false;
  }
  return digit;
}

/// A PCI address of zeros is one still to be chosen; only its type is said.
void write_pci(const Address& address, Writer& writer, const WriteOptions&) {
  if (address.pci_wanted()) return;
  writer.attribute("domain", fmt::format("0x{:04x}", address.domain));
  writer.attribute("bus", fmt::format("0x{:02x}", address.bus));
  writer.attribute("slot", fmt::format("0x{:02x}", address.slot));
  writer.attribute("function", fmt::format("0x{:x}", address.function));
}

void check_address(Address& address, Node element, Reader&) {
  const char* port = element.attribute("port");
  if (address.type == Address::Type::usb && port != nullptr && !is_usb_port(port))
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DEVICE, "Cannot parse <address> 'port' attribute '{}'{}",
                port, element.where());
  if (address.type != Address::Type::pci) return;
  const auto limit = [&](const char* name, unsigned value, unsigned most) {
    if (value > most)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_NONE, "Invalid PCI address {}='0x{:x}', must be <= 0x{:X}{}",
                  name, value, most, element.where());
  };
  limit("bus", address.bus, 0xFF);
  limit("slot", address.slot, 0x1F);
  if (address.function > 7)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_NONE, "Invalid PCI address function=0x{:x}, must be <= 7{}",
                address.function, element.where());
}

}  // namespace

const Struct& address_struct() {
  using A = Address;
  using T = Address::Type;
  static const Struct made = declare<A, check_address>({
      attribute("type", &A::type, address_types)
          .required()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown address type '{}'"),
      attribute("domain", &A::domain).hex(4).when(&A::type, T::pci).read_only(),
      attribute("bus", &A::bus).hex(2).when(&A::type, T::pci).read_only(),
      attribute("slot", &A::slot).hex(2).when(&A::type, T::pci).read_only(),
      attribute("function", &A::function).hex(1).when(&A::type, T::pci).read_only(),
      irregular<A, nullptr, write_pci>("").when(&A::type, T::pci),
      attribute("multifunction", &A::multifunction, on_off).when(&A::type, T::pci),
      attribute("controller", &A::controller).always().when(&A::type, T::drive, T::virtio_serial, T::ccid),
      attribute("bus", &A::bus).always().when(&A::type, T::drive, T::virtio_serial, T::usb),
      attribute("target", &A::target).always().when(&A::type, T::drive),
      attribute("unit", &A::unit).always().when(&A::type, T::drive),
      attribute("port", &A::serial_port).always().when(&A::type, T::virtio_serial),
      attribute("port", &A::port).when(&A::type, T::usb),
      attribute("slot", &A::slot).always().when(&A::type, T::ccid, T::dimm),
      attribute("reg", &A::reg).hex(8).when(&A::type, T::spapr_vio),
      attribute("cssid", &A::cssid).hex(1).when(&A::type, T::ccw),
      attribute("ssid", &A::ssid).hex(1).when(&A::type, T::ccw),
      attribute("devno", &A::devno).hex(4).when(&A::type, T::ccw),
      attribute("iobase", &A::iobase).hex(1).when(&A::type, T::isa),
      attribute("irq", &A::irq).hex(1).when(&A::type, T::isa),
      attribute("base", &A::base).hex(1).when(&A::type, T::dimm),
      element<A>("zpci", {attribute("uid", &A::zpci_uid).hex(4), attribute("fid", &A::zpci_fid).hex(8)})
          .when(&A::type, T::pci),
  });
  return made;
}

namespace {

/// Names the user chose start with "ua-"; others belong to the running guest.
void read_alias(DeviceInfo& info, Node element, Reader& reader) {
  const char* name = element.attribute("name");
  if (name != nullptr && (!reader.options().inactive || std::string_view(name).starts_with("ua-")))
    info.alias = name;
}

void write_alias(const DeviceInfo& info, Writer& writer, const WriteOptions& options) {
  if (info.alias.empty() || (options.inactive && !info.alias.starts_with("ua-"))) return;
  writer.begin("alias");
  writer.attribute("name", info.alias);
  writer.end("alias");
}

}  // namespace

const Struct& alias_struct() {
  static const Struct made =
      declare<DeviceInfo>({irregular<DeviceInfo, read_alias, write_alias>("alias").host()});
  return made;
}

const Struct& placement_struct() {
  static const Struct made = declare<DeviceInfo>({element("address", &DeviceInfo::address, address_struct)});
  return made;
}

const Struct& device_info_struct() {
  static const Struct made = declare<DeviceInfo>({
      include(self<DeviceInfo>, alias_struct),
      include(self<DeviceInfo>, placement_struct),
  });
  return made;
}

const Struct& bootable_info_struct() {
  using I = DeviceInfo;
  static const Struct made = declare<I>({
      element<I>("boot", {attribute("order", &I::boot_order).required().nonzero(),
                          attribute("loadparm", &I::loadparm)}),
      include(self<I>, alias_struct),
      element<I>("rom", {attribute("enabled", &I::rom_enabled, yes_no), attribute("bar", &I::rom_bar, on_off),
                         attribute("file", &I::rom_file)}),
      element<I>("acpi", {attribute("index", &I::acpi_index)}),
      include(self<I>, placement_struct),
  });
  return made;
}

const Struct& virtio_options_struct() {
  using V = VirtioOptions;
  static const Struct made = declare<V>({
      attribute("iommu", &V::iommu, on_off),
      attribute("ats", &V::ats, on_off),
      attribute("packed", &V::packed, on_off),
      attribute("page_per_vq", &V::page_per_vq, on_off),
  });
  return made;
}

const Struct& source_label_struct() {
  using L = SecurityLabel;
  static const Struct made = declare<L>({
      attribute("model", &L::model).host(),
      attribute("relabel", &L::relabel, yes_no).host(),
      attribute("labelskip", &L::label_skip, yes_no).host(),
      value("label", &L::label).host(),
  });
  return made;
}

const Struct& domain_label_struct() {
  using L = SecurityLabel;
  static const Struct made = declare<L>({
      attribute("type", &L::type, label_types).host(),
      attribute("model", &L::model).host(),
      attribute("relabel", &L::relabel, yes_no).host(),
      value("label", &L::label).host(),
      value("imagelabel", &L::image_label).live().host(),
      value("baselabel", &L::base_label).host(),
  });
  return made;
}

std::string_view name_of(Address::Type type) { return address_types.of(type); }

}  // namespace vireo::model
