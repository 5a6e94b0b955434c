// SPDX-License-Identifier: LGPL-2.1-or-later
// What interfaces and networks say alike: bandwidth, VLANs, the port of a switch, routes.
#include <algorithm>

#include "model/network_words.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

constexpr auto native_modes = names(Vlan::Native::tagged, Vlan::Native::untagged, "tagged", "untagged");
constexpr auto port_types = names(VirtualPort::Type::none, VirtualPort::Type::midonet, "none", "802.1Qbg",
                                  "802.1Qbh", "openvswitch", "midonet");

}  // namespace

const Struct& route_struct() {
  static const Struct made = declare<IpRoute>({
      attribute("family", &IpRoute::family),
      attribute("address", &IpRoute::address),
      attribute("netmask", &IpRoute::netmask),
      attribute("prefix", &IpRoute::prefix),
      attribute("gateway", &IpRoute::gateway),
      attribute("metric", &IpRoute::metric).nonzero(),
  });
  return made;
}

namespace {

const Struct& rate_struct() {
  using R = Bandwidth::Rate;
  static const Struct made = declare<R>({
      attribute("average", &R::average)
          .host()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "could not convert bandwidth average value '{}'"),
      attribute("peak", &R::peak)
          .host()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "could not convert bandwidth peak value '{}'"),
      attribute("floor", &R::floor)
          .host()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "could not convert bandwidth floor value '{}'"),
      attribute("burst", &R::burst)
          .host()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "could not convert bandwidth burst value '{}'"),
  });
  return made;
}

void check_rate(const std::optional<Bandwidth::Rate>& rate, Node element) {
  if (rate && element.attribute("average") == nullptr && element.attribute("floor") == nullptr)
    throw error(VIR_ERR_XML_DETAIL, VIR_FROM_NONE, "Missing mandatory average or floor attributes{}",
                element.where());
}

void check_bandwidth(Bandwidth& bandwidth, Node element, Reader&) {
  check_rate(bandwidth.inbound, element.child("inbound"));
  check_rate(bandwidth.outbound, element.child("outbound"));
  if (bandwidth.outbound && bandwidth.outbound->floor != 0)
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_NONE,
                "'floor' attribute allowed only in <inbound> element{}", element.where());
}

void check_vlan(Vlan& vlan, Node element, Reader&) {
  const auto bad = [&](const std::string& text) {
    return Error(VIR_ERR_XML_ERROR, VIR_FROM_NONE, text + element.where());
  };
  if (vlan.tags.empty())
    throw bad("missing tag id - each <vlan> must have at least one <tag id='n'/> subelement");
  for (const Vlan::Tag& tag : vlan.tags)
    if (tag.id > 4095) throw bad(fmt::format("vlan tag id {} too large (maximum 4095)", tag.id));
  if (vlan.tags.size() == 1) return;
  if (vlan.trunk == Switch::no)
    throw bad("invalid \"trunk='no'\" in <vlan> - trunk='yes' is required for more than one vlan tag");
  vlan.trunk = Switch::yes;
}

/// Each type of switch knows parameters of its own.
void check_virtual_port(VirtualPort& port, Node element, Reader&) {
  using T = VirtualPort::Type;
  if (port.type == T::absent || port.type == T::none) return;
  const auto only_for = [&](bool said, const char* name, std::initializer_list<T> types) {
    if (said && std::find(types.begin(), types.end(), port.type) == types.end())
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_NET, "extra {} unsupported in <virtualport type='{}'>{}", name,
                  port_types.of(port.type), element.where());
  };
  only_for(port.manager_id.has_value(), "managerid", {T::qbg});
  only_for(port.type_id.has_value(), "typeid", {T::qbg});
  only_for(port.type_id_version.has_value(), "typeidversion", {T::qbg});
  only_for(port.instance_id.has_value(), "instanceid", {T::qbg});
  only_for(!port.profile_id.empty(), "profileid", {T::qbh, T::openvswitch});
  only_for(port.interface_id.has_value(), "interfaceid", {T::openvswitch, T::midonet});
}

}  // namespace

const Struct& bandwidth_struct() {
  static const Struct made = declare<Bandwidth, check_bandwidth>({
      element("inbound", &Bandwidth::inbound, rate_struct),
      element("outbound", &Bandwidth::outbound, rate_struct),
  });
  return made;
}

const Struct& vlan_struct() {
  using G = Vlan::Tag;
  static const Struct made = declare<Vlan, check_vlan>({
      attribute("trunk", &Vlan::trunk, yes_no).host(),
      element("tag", &Vlan::tags,
              {attribute("id", &G::id).required().host().always(),
               attribute("nativeMode", &G::native, native_modes).host()}),
  });
  return made;
}

const Struct& virtual_port_struct() {
  using V = VirtualPort;
  static const Struct made = declare<V, check_virtual_port>({
      attribute("type", &V::type, port_types)
          .host()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown virtualport type {}"),
      element<V>("parameters", {attribute("managerid", &V::manager_id).any_base().host(),
                                attribute("typeid", &V::type_id).any_base().host(),
                                attribute("typeidversion", &V::type_id_version).any_base().host(),
                                attribute("instanceid", &V::instance_id).host(),
                                attribute("interfaceid", &V::interface_id).host(),
                                attribute("profileid", &V::profile_id).host()}),
  });
  return made;
}

}  // namespace vireo::model
