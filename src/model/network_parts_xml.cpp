// SPDX-License-Identifier: LGPL-2.1-or-later
// <forward>, <dns> and <portgroup> of a network.
#include "model/network_words.hpp"
#include "model/network_xml.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using F = NetworkForward;
using Mode = NetworkForward::Mode;
using D = NetworkDns;

constexpr auto modes = names(Mode::none, Mode::hostdev, "none", "nat", "route", "open", "bridge", "private",
                             "vepa", "passthrough", "hostdev");
constexpr auto drivers = names(F::Driver::kvm, F::Driver::xen, "kvm", "vfio", "xen");

void read_device(F& forward, Node element, Reader&) {
  if (const char* device = element.attribute("dev")) forward.device = device;
}

/// Written for older readers: the first of the interfaces.
void write_device(const F& forward, Writer& writer, const WriteOptions&) {
  if (forward.mode != Mode::none && forward.physical_functions.empty() && !forward.interfaces.empty())
    writer.attribute("dev", forward.interfaces.front());
}

const Struct& nat_struct() {
  using T = F::Nat;
  constexpr auto port = "Missing or invalid '{}' attribute in <port> in <nat> in <forward>";
  static const std::string start = fmt::format(port, "start"), end = fmt::format(port, "end");
  static const Struct made = declare<T>({
      attribute("ipv6", &T::ipv6, yes_no),
      element_if("address", &T::has_address,
                 {attribute("start", &T::first_address), attribute("end", &T::last_address)}),
      element_if("port", &T::has_port,
                 {attribute("start", &T::first_port).error(VIR_ERR_XML_DETAIL, start.c_str()),
                  attribute("end", &T::last_port).error(VIR_ERR_XML_DETAIL, end.c_str())}),
  });
  return made;
}

}  // namespace

std::string_view name_of(Mode mode) { return modes.of(mode); }

const Struct& forward_struct() {
  const auto active = [](Row<F> row) {
    return std::move(row).when(&F::mode, Mode::nat, Mode::route, Mode::open, Mode::bridge, Mode::private_,
                               Mode::vepa, Mode::passthrough, Mode::hostdev);
  };
  static const Struct made = declare<F>({
      irregular<F, read_device, write_device>("@dev"),
      attribute("mode", &F::mode, modes)
          .sparse()
          .if_missing("nat")
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown forwarding type '{}'"),
      attribute("managed", &F::managed, yes_no).lenient().when(&F::mode, Mode::hostdev),
      element<F>("driver", {attribute("name", &F::driver, drivers)
                                .error(VIR_ERR_CONFIG_UNSUPPORTED, "Unknown forward <driver name='{}'/>")}),
      active(element("pf", &F::physical_functions, {attribute("dev", self<std::string>).always()})),
      element("nat", &F::nat, nat_struct),
      active(element("interface", &F::interfaces, {attribute("dev", self<std::string>).always()})),
      active(element("address", &F::addresses, address_struct)),
  });
  return made;
}

const Struct& dns_host_struct() {
  using H = D::Host;
  static const Struct made = declare<H>({
      attribute("ip", &H::address),
      element("hostname", &H::names, {text(self<std::string>)}),
  });
  return made;
}

const Struct& dns_txt_struct() {
  using T = D::Txt;
  static const Struct made = declare<T>({attribute("name", &T::name), attribute("value", &T::value)});
  return made;
}

const Struct& dns_srv_struct() {
  using S = D::Srv;
  static const Struct made = declare<S>({
      attribute("service", &S::service),
      attribute("protocol", &S::protocol),
      attribute("domain", &S::domain),
      attribute("target", &S::target),
      attribute("port", &S::port).error(VIR_ERR_XML_DETAIL, "invalid DNS SRV port attribute '{}'"),
      attribute("priority", &S::priority)
          .error(VIR_ERR_XML_DETAIL, "Invalid DNS SRV priority attribute '{}'"),
      attribute("weight", &S::weight).error(VIR_ERR_XML_DETAIL, "invalid DNS SRV weight attribute '{}'"),
  });
  return made;
}

const Struct& dns_struct() {
  static const Struct made = declare<D>({
      attribute("enable", &D::enable, yes_no),
      attribute("forwardPlainNames", &D::forward_plain_names, yes_no),
      element("forwarder", &D::forwarders,
              {attribute("domain", &D::Forwarder::domain), attribute("addr", &D::Forwarder::address)}),
      element("txt", &D::txts, dns_txt_struct),
      element("srv", &D::srvs, dns_srv_struct),
      element("host", &D::hosts, dns_host_struct),
  });
  return made;
}

const Struct& port_group_struct() {
  using P = PortGroup;
  static const Struct made = declare<P>({
      attribute("name", &P::name),
      attribute("default", &P::is_default, yes_no).lenient(),
      attribute("trustGuestRxFilters", &P::trust_guest_rx_filters, yes_no),
      element("vlan", &P::vlan, vlan_struct),
      element("virtualport", &P::virtual_port, virtual_port_struct),
      element("bandwidth", &P::bandwidth, bandwidth_struct),
  });
  return made;
}

}  // namespace vireo::model
