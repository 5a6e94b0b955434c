// SPDX-License-Identifier: LGPL-2.1-or-later
// <ip> of a network, with what DHCP and TFTP serve there.
#include "model/network_words.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using L = DhcpLeaseTime;

constexpr auto lease_units = names(L::Unit::seconds, L::Unit::hours, "seconds", "minutes", "hours");

/// A lease that never ends has no unit; without expiry nothing is said.
void check_lease(L& lease, Node element, Reader& reader) {
  if (!lease.expiry || *lease.expiry == 0) {
    lease.unit = L::Unit::absent;
    return;
  }
  if (lease.unit == L::Unit::absent) lease.unit = L::Unit::minutes;
  const bool short_one = lease.unit == L::Unit::seconds ? *lease.expiry < 120
                                                        : lease.unit == L::Unit::minutes && *lease.expiry < 2;
  if (short_one)
    reader.fail(VIR_ERR_CONFIG_UNSUPPORTED, element,
                "The minimum lease time should be greater than 2 minutes");
}

const Struct& lease_struct() {
  static const Struct made = declare<L, check_lease>({
      attribute("expiry", &L::expiry),
      attribute("unit", &L::unit, lease_units),
  });
  return made;
}

}  // namespace

const Struct& dhcp_range_struct() {
  using R = DhcpRange;
  static const Struct made = declare<R>({
      attribute("start", &R::start),
      attribute("end", &R::end),
      element("lease", &R::lease, lease_struct),
  });
  return made;
}

const Struct& dhcp_host_struct() {
  using H = DhcpHost;
  static const Struct made = declare<H>({
      attribute("mac", &H::mac),
      attribute("id", &H::id),
      attribute("name", &H::name),
      attribute("ip", &H::address),
      element("lease", &H::lease, lease_struct),
  });
  return made;
}

const Struct& network_ip_struct() {
  using I = NetworkIp;
  static const Struct made = declare<I>({
      attribute("family", &I::family),
      attribute("address", &I::address),
      attribute("netmask", &I::netmask),
      attribute("prefix", &I::prefix),
      attribute("localPtr", &I::local_ptr, yes_no),
      element<I>("tftp", {attribute("root", &I::tftp_root)}),
      element<I>(
          "dhcp",
          {
              element("range", &I::ranges, dhcp_range_struct),
              element("host", &I::hosts, dhcp_host_struct),
              element<I>("bootp", {attribute("file", &I::boot_file), attribute("server", &I::boot_server)}),
          }),
  });
  return made;
}

}  // namespace vireo::model
