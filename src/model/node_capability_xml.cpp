// SPDX-License-Identifier: LGPL-2.1-or-later
// The capabilities of host devices.
#include "model/node_device_words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using C = NodeCapability;
using T = C::Type;

constexpr auto types = names(T::system, T::drm, "system", "pci", "usb_device", "usb", "net", "scsi_host",
                             "scsi_target", "scsi", "storage", "fc_host", "vports", "scsi_generic", "drm");
constexpr auto states = names(C::Net::State::absent, C::Net::State::up, "", "unknown", "notpresent", "down",
                              "lowerlayerdown", "testing", "dormant", "up");
constexpr auto net_kinds = names(C::Net::Kind::ethernet, C::Net::Kind::wireless, "80203", "80211");
constexpr auto drm_kinds = names(C::Drm::Kind::primary, C::Drm::Kind::render, "primary", "control", "render");

/// A number of a device; what it is stands in front of the error.
template <class M>
auto number(const char* name, M member, const char* complaint) {
  return element(name, {text(member).any_base().error(VIR_ERR_INTERNAL_ERROR, complaint)});
}

const Struct& system_struct() {
  using S = C::System;
  using P = C::Part;
  static const Struct made = declare<S>({
      value("product", &S::product),
      element(
          "hardware", &S::hardware,
          {value("vendor", &P::vendor), value("version", &P::version), value("serial", &P::serial),
           element("uuid", {text(&P::uuid).error(VIR_ERR_INTERNAL_ERROR, "malformed uuid element '{}'")})})
          .spread(),
      element("firmware", &S::firmware,
              {value("vendor", &P::vendor), value("version", &P::version), value("release_date", &P::date)})
          .spread(),
  });
  return made;
}

const Struct& id_struct() {
  static const Struct made = declare<C::Id>({
      attribute("id", &C::Id::id).hex(4).error(VIR_ERR_INTERNAL_ERROR, "invalid device ID supplied as '{}'"),
      text(&C::Id::name),
  });
  return made;
}

const Struct& iommu_struct() {
  using A = C::PciAddress;
  static const Struct made = declare<C::IommuGroup>({
      attribute("number", &C::IommuGroup::number).always(),
      element(
          "address", &C::IommuGroup::members,
          {attribute("domain", &A::domain).hex(4).always(), attribute("bus", &A::bus).hex(2).always(),
           attribute("slot", &A::slot).hex(2).always(), attribute("function", &A::function).hex(1).always()}),
  });
  return made;
}

const Struct& pci_struct() {
  using P = C::Pci;
  static const Struct made = declare<P>({
      element("class", {text(&P::class_code).hex(6).error(VIR_ERR_INTERNAL_ERROR, "invalid PCI class '{}'")}),
      number("domain", &P::domain, "invalid PCI domain ID supplied as '{}'"),
      number("bus", &P::bus, "invalid PCI bus ID supplied as '{}'"),
      number("slot", &P::slot, "invalid PCI slot ID supplied as '{}'"),
      number("function", &P::function, "invalid PCI function ID supplied as '{}'"),
      element("product", &P::product, id_struct),
      element("vendor", &P::vendor, id_struct),
      element("iommuGroup", &P::iommu, iommu_struct),
      element<P>("numa", {attribute("node", &P::numa_node)}),
  });
  return made;
}

const Struct& usb_device_struct() {
  using U = C::UsbDevice;
  static const Struct made = declare<U>({
      number("bus", &U::bus, "invalid USB bus number supplied as '{}'"),
      number("device", &U::device, "invalid USB device number supplied as '{}'"),
      element("product", &U::product, id_struct),
      element("vendor", &U::vendor, id_struct),
  });
  return made;
}

const Struct& usb_struct() {
  using U = C::Usb;
  static const Struct made = declare<U>({
      number("number", &U::number, "invalid USB interface number supplied as '{}'"),
      number("class", &U::class_code, "invalid USB interface class supplied as '{}'"),
      number("subclass", &U::subclass, "invalid USB interface subclass supplied as '{}'"),
      number("protocol", &U::protocol, "invalid USB interface protocol supplied as '{}'"),
      value("description", &U::description),
  });
  return made;
}

const Struct& net_struct() {
  using N = C::Net;
  static const Struct made = declare<N>({
      value("interface", &N::interface),
      value("address", &N::address),
      element<N>("link", {attribute("speed", &N::speed), attribute("state", &N::state, states).sparse()}),
      element("feature", &N::features, {attribute("name", self<std::string>)}),
      element<N>("capability", {attribute("type", &N::kind, net_kinds)
                                    .error(VIR_ERR_INTERNAL_ERROR, "invalid network type supplied as '{}'")}),
  });
  return made;
}

void read_host_capability(C::ScsiHost& host, Node element, Reader& reader) {
  const char* type = element.attribute("type");
  if (!type) reader.fail(VIR_ERR_INTERNAL_ERROR, element, "missing SCSI host capability type");
  if (std::string_view(type) == "fc_host") {
    host.fibre = true;
    host.wwnn = element.child("wwnn").text();
    host.wwpn = element.child("wwpn").text();
    host.fabric_wwn = element.child("fabric_wwn").text();
  } else if (std::string_view(type) == "vport_ops") {
    host.vports = true;
    host.max_vports = element.child("max_vports").raw().text().as_uint();
    host.made_vports = element.child("vports").raw().text().as_uint();
  } else {
    reader.fail(VIR_ERR_INTERNAL_ERROR, element, fmt::format("unknown SCSI host capability type '{}'", type));
  }
}

void write_host_capabilities(const C::ScsiHost& host, Writer& writer, const WriteOptions&) {
  if (host.fibre) {
    writer.begin("capability");
    writer.attribute("type", "fc_host");
    writer.element("wwnn", host.wwnn);
    writer.element("wwpn", host.wwpn);
    if (!host.fabric_wwn.empty()) writer.element("fabric_wwn", host.fabric_wwn);
    writer.end("capability");
  }
  if (host.vports) {
    writer.begin("capability");
    writer.attribute("type", "vport_ops");
    writer.element("max_vports", std::to_string(host.max_vports));
    writer.element("vports", std::to_string(host.made_vports));
    writer.end("capability");
  }
}

const Struct& scsi_host_struct() {
  using S = C::ScsiHost;
  static const Struct made = declare<S>({
      number("host", &S::host, "invalid SCSI host ID supplied as '{}'"),
      number("unique_id", &S::unique_id, "invalid unique_id supplied as '{}'"),
      irregular<S, read_host_capability, write_host_capabilities>("capability"),
  });
  return made;
}

const Struct& scsi_target_struct() {
  static const Struct made = declare<C::ScsiTarget>({value("target", &C::ScsiTarget::target)});
  return made;
}

const Struct& scsi_struct() {
  using S = C::Scsi;
  static const Struct made = declare<S>({
      number("host", &S::host, "invalid SCSI host ID supplied as '{}'"),
      number("bus", &S::bus, "invalid SCSI bus ID supplied as '{}'"),
      number("target", &S::target, "invalid SCSI target ID supplied as '{}'"),
      number("lun", &S::lun, "invalid SCSI LUN ID supplied as '{}'"),
      value("type", &S::type),
  });
  return made;
}

const Struct& storage_struct() {
  using S = C::Storage;
  static const Struct made = declare<S>({
      value("block", &S::block),
      value("bus", &S::bus),
      value("drive_type", &S::drive),
      value("model", &S::model),
      value("vendor", &S::vendor),
      value("serial", &S::serial),
      number("size", &S::size, "invalid size supplied as '{}'"),
  });
  return made;
}

const Struct& drm_struct() {
  static const Struct made = declare<C::Drm>({
      element("type",
              {text(&C::Drm::kind, drm_kinds).error(VIR_ERR_INTERNAL_ERROR, "unknown drm type '{}'")}),
  });
  return made;
}

}  // namespace

std::string_view name_of(NodeCapability::Type type) { return types.of(type); }

const Struct& node_capability_struct() {
  static const Struct made = declare<C>({
      attribute("type", &C::type, types).required(),
      include(&C::system, system_struct).when(&C::type, T::system),
      include(&C::pci, pci_struct).when(&C::type, T::pci),
      include(&C::usb_device, usb_device_struct).when(&C::type, T::usb_device),
      include(&C::usb, usb_struct).when(&C::type, T::usb),
      include(&C::net, net_struct).when(&C::type, T::net),
      include(&C::scsi_host, scsi_host_struct).when(&C::type, T::scsi_host),
      include(&C::scsi_target, scsi_target_struct).when(&C::type, T::scsi_target),
      include(&C::scsi, scsi_struct).when(&C::type, T::scsi),
      include(&C::storage, storage_struct).when(&C::type, T::storage),
      include(&C::drm, drm_struct).when(&C::type, T::drm),
  });
  return made;
}

}  // namespace vireo::model
