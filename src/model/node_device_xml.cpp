// SPDX-License-Identifier: LGPL-2.1-or-later
// A host device around its capabilities, and what each kind of device must say.
#include <algorithm>

#include "model/node_device_words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using N = NodeDevice;
using C = NodeCapability;

constexpr auto path_kinds = names(N::Path::Kind::device, N::Path::Kind::link, "dev", "link");

const Struct& node_device_struct() {
  static const Struct made = declare<N>({
      value("name", &N::name),
      value("path", &N::sysfs),
      element("devnode", &N::paths,
              {attribute("type", &N::Path::kind, path_kinds).required(), text(&N::Path::path)}),
      element<N>("parent", {attribute("wwnn", &N::parent_wwnn).read_only(),
                            attribute("wwpn", &N::parent_wwpn).read_only(),
                            attribute("fabric_wwn", &N::parent_fabric_wwn).read_only(), text(&N::parent)}),
      element("capability", &N::capabilities, node_capability_struct),
  });
  return made;
}

void need(bool said, const N& device, std::string_view what) {
  if (!said) throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NODEDEV, "no {} for '{}'", what, device.name);
}

void check_ids(const N& device, const C::Id& vendor, const C::Id& product, std::string_view bus) {
  need(vendor.id.has_value(), device, fmt::format("{} vendor ID supplied", bus));
  need(product.id.has_value(), device, fmt::format("{} product ID supplied", bus));
}

void check_pci(const N& device, const C::Pci& pci) {
  need(pci.domain.has_value(), device, "PCI domain ID supplied");
  need(pci.bus.has_value(), device, "PCI bus ID supplied");
  need(pci.slot.has_value(), device, "PCI slot ID supplied");
  need(pci.function.has_value(), device, "PCI function ID supplied");
  check_ids(device, pci.vendor, pci.product, "PCI");
}

void check_usb(const N& device, const C& capability) {
  if (capability.type == C::Type::usb_device) {
    need(capability.usb_device.bus.has_value(), device, "USB bus number supplied");
    need(capability.usb_device.device.has_value(), device, "USB device number supplied");
    check_ids(device, capability.usb_device.vendor, capability.usb_device.product, "USB");
  } else {
    need(capability.usb.number.has_value(), device, "USB interface number supplied");
    need(capability.usb.class_code.has_value(), device, "USB interface class supplied");
    need(capability.usb.subclass.has_value(), device, "USB interface subclass supplied");
    need(capability.usb.protocol.has_value(), device, "USB interface protocol supplied");
  }
}

void check_scsi_host(const N& device, const C::ScsiHost& host, bool create) {
  need(create || host.host.has_value(), device, "SCSI host ID supplied");
  if (!host.fibre) return;
  need(!host.wwnn.empty(), device, "WWNN supplied");
  need(!host.wwpn.empty(), device, "WWPN supplied");
}

void check_scsi(const N& device, const C::Scsi& scsi) {
  need(scsi.host.has_value(), device, "SCSI host ID supplied");
  need(scsi.bus.has_value(), device, "SCSI bus ID supplied");
  need(scsi.target.has_value(), device, "SCSI target ID supplied");
  need(scsi.lun.has_value(), device, "SCSI LUN ID supplied");
}

void check_capability(const N& device, const C& capability, bool create) {
  using T = C::Type;
  switch (capability.type) {
    case T::system:
      return need(capability.system.hardware.uuid.has_value(), device, "system UUID supplied");
    case T::pci:
      return check_pci(device, capability.pci);
    case T::usb_device:
    case T::usb:
      return check_usb(device, capability);
    case T::net:
      return need(!capability.net.interface.empty(), device, "network interface supplied");
    case T::scsi_host:
      return check_scsi_host(device, capability.scsi_host, create);
    case T::scsi_target:
      return need(!capability.scsi_target.target.empty(), device, "target name supplied");
    case T::scsi:
      return check_scsi(device, capability.scsi);
    case T::storage:
      need(!capability.storage.block.empty(), device, "block device path supplied");
      return need(capability.storage.size.has_value(), device, "size supplied");
    case T::drm:
      return need(capability.drm.kind != C::Drm::Kind::absent, device, "drm type supplied");
    default:
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NODEDEV, "unknown capability type '{}' for '{}'",
                  name_of(capability.type), device.name);
  }
}

void check_device(const N& device, bool create) {
  if (device.parent_wwnn.empty() != device.parent_wwpn.empty()) {
    const bool wwnn = !device.parent_wwnn.empty();
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_NODEDEV,
                "when providing parent {}='{}', the {} must also be provided", wwnn ? "wwnn" : "wwpn",
                wwnn ? device.parent_wwnn : device.parent_wwpn, wwnn ? "wwpn" : "wwnn");
  }
  need(!device.capabilities.empty(), device, "device capabilities");
  for (const C& capability : device.capabilities) check_capability(device, capability, create);
}

}  // namespace

const C::ScsiHost* NodeDevice::fibre() const noexcept {
  for (const C& capability : capabilities)
    if (capability.type == C::Type::scsi_host && capability.scsi_host.fibre) return &capability.scsi_host;
  return nullptr;
}

bool NodeDevice::has(std::string_view wanted) const noexcept {
  return std::ranges::any_of(capabilities, [&](const C& capability) {
    if (capability.type == C::Type::scsi_host && ((wanted == "fc_host" && capability.scsi_host.fibre) ||
                                                  (wanted == "vports" && capability.scsi_host.vports)))
      return true;
    return name_of(capability.type) == wanted;
  });
}

NodeDevice parse_node_device(std::string_view xml, bool create, const Unknown* unknown) {
  const auto document = Document::parse(xml, {}, VIR_FROM_NODEDEV);
  const auto root = document.root();
  if (std::string_view(root.name()) != "device")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'device', not '{}'", root.name());
  NodeDevice device;
  Reader reader({.error_domain = VIR_FROM_NODEDEV, .unknown = unknown});
  reader.read_into(node_device_struct(), root, device);
  if (create) device.name = "new device";
  if (device.name.empty()) throw Error(VIR_ERR_NO_NAME, VIR_FROM_NODEDEV, "");
  check_device(device, create);
  return device;
}

std::string format_node_device(const NodeDevice& device) {
  Writer writer;
  write(node_device_struct(), "device", &device, writer, {});
  return writer.take();
}

}  // namespace vireo::model
