// SPDX-License-Identifier: LGPL-2.1-or-later
// What is told of a domain in lists of structures that the caller frees: bulk statistics, addresses, labels,
// messages, and what protects a guest from its host.
#include <algorithm>

#include "api/params.hpp"
#include "driver/statistics.hpp"

using namespace vireo::api;
namespace driver = vireo::driver;
using driver::Statistics;

namespace {

using Domains = driver::List<driver::DomainRef, 16384>;

virDomainStatsRecordPtr record(_virConnect& connection, const driver::StatsRecord& from) {
  auto* made = static_cast<virDomainStatsRecordPtr>(std::calloc(1, sizeof(virDomainStatsRecord)));
  if (!made) throw std::bad_alloc();
  try {
    made->params = new_params(from.params, &made->nparams);
    made->dom = new_domain(connection, from.domain);
  } catch (...) {
    virTypedParamsFree(made->params, made->nparams);
    std::free(made);
    throw;
  }
  return made;
}

int hand_out(_virConnect& connection, const std::vector<driver::StatsRecord>& found,
             virDomainStatsRecordPtr** to) {
  auto** array =
      static_cast<virDomainStatsRecordPtr*>(std::calloc(found.size() + 1, sizeof(virDomainStatsRecordPtr)));
  if (!array) throw std::bad_alloc();
  try {
    for (std::size_t i = 0; i < found.size(); ++i) array[i] = record(connection, found[i]);
  } catch (...) {
    virDomainStatsRecordListFree(array);
    throw;
  }
  *to = array;
  return static_cast<int>(found.size());
}

/// The domains of a null-terminated list, all of one connection.
Domains domains_of(virDomainPtr* doms, const char* function) {
  Domains refs;
  for (auto** dom = doms; *dom; ++dom) {
    check(*dom, Access::read, function);
    if ((*dom)->connection.get() != doms[0]->connection.get())
      throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN,
                         "domains in 'doms' array must belong to a single connection");
    refs.push_back((*dom)->driver_ref());
  }
  return refs;
}

virDomainInterfacePtr interface_of(const driver::GuestInterface& from) {
  auto* made = static_cast<virDomainInterfacePtr>(std::calloc(1, sizeof(virDomainInterface)));
  if (!made) throw std::bad_alloc();
  made->name = c_string(from.name);
  if (from.mac) made->hwaddr = c_string(*from.mac);
  made->naddrs = static_cast<unsigned>(from.addresses.size());
  made->addrs =
      static_cast<virDomainIPAddressPtr>(std::calloc(from.addresses.size() + 1, sizeof(virDomainIPAddress)));
  if (!made->addrs) throw std::bad_alloc();
  std::transform(from.addresses.begin(), from.addresses.end(), made->addrs, [](const auto& address) {
    return virDomainIPAddress{address.type, c_string(address.address), address.prefix};
  });
  return made;
}

virSecurityLabel label_of(const driver::SecurityLabel& from) {
  virSecurityLabel made = {};
  const auto end = std::find(from.label.begin(), from.label.end(), '\0');
  const auto length = std::min<std::size_t>(end - from.label.begin(), sizeof made.label - 1);
  std::copy_n(from.label.begin(), length, made.label);
  made.enforcing = from.enforcing;
  return made;
}

}  // namespace

extern "C" {

int virConnectGetAllDomainStats(virConnectPtr conn, unsigned int stats, virDomainStatsRecordPtr** retStats,
                                unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(retStats, "retStats");
    return hand_out(*conn, self.template run<&Statistics::all_domain_stats>(Domains(), stats, flags),
                    retStats);
  });
}

int virDomainListGetStats(virDomainPtr* doms, unsigned int stats, virDomainStatsRecordPtr** retStats,
                          unsigned int flags) {
  constexpr auto* name = "virDomainListGetStats";
  virConnectPtr connection = nullptr;
  reset_last_error();
  try {
    if (!doms) throw bad_argument(name, "doms", fmt::format("doms in {} must not be NULL", name));
    if (!retStats) throw bad_argument(name, "retStats", fmt::format("retStats in {} must not be NULL", name));
    if (!*doms)
      throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN,
                         "doms array in {} must contain at least one domain", name);
    check(*doms, Access::read, name);
    connection = doms[0]->connection.get();
    auto refs = domains_of(doms, name);
    auto& capability = connection->driver->get<Statistics>();
    return hand_out(*connection, connection->run(capability.all_domain_stats(std::move(refs), stats, flags)),
                    retStats);
  } catch (...) {
    report_exception(name, VIR_FROM_DOMAIN, connection);
  }
  return -1;
}

int virDomainInterfaceAddresses(virDomainPtr dom, virDomainInterfacePtr** ifaces, unsigned int source,
                                unsigned int flags) {
  return call(dom, Access::read, [=](auto& self) {
    if (ifaces) *ifaces = nullptr;
    self.not_null(ifaces, "ifaces");
    // The agent is asked, which is a change in the guest.
    if (source == VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT) check(dom, Access::write, self.function);
    const auto found = self.template run<&Statistics::interface_addresses>(source, flags);
    auto** array =
        static_cast<virDomainInterfacePtr*>(std::calloc(found.size() + 1, sizeof(virDomainInterfacePtr)));
    if (!array) throw std::bad_alloc();
    std::transform(found.begin(), found.end(), array, interface_of);
    *ifaces = array;
    return static_cast<int>(found.size());
  });
}

int virDomainGetSecurityLabelList(virDomainPtr domain, virSecurityLabelPtr* seclabels) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(seclabels, "seclabels");
    const auto found = self.template run<&Statistics::security_label_list>();
    auto* array =
        static_cast<virSecurityLabelPtr>(std::calloc(found.items.size() + 1, sizeof(virSecurityLabel)));
    if (!array) throw std::bad_alloc();
    std::transform(found.items.begin(), found.items.end(), array, label_of);
    *seclabels = array;
    return static_cast<int>(found.items.size());
  });
}

int virDomainGetMessages(virDomainPtr domain, char*** msgs, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(msgs, "msgs");
    const auto found = self.template run<&Statistics::messages>(flags);
    *msgs = text_array(found);
    return static_cast<int>(found.size());
  });
}

int virDomainGetLaunchSecurityInfo(virDomainPtr domain, virTypedParameterPtr* params, int* nparams,
                                   unsigned int flags) {
  return call(
      domain, Access::write,
      makes_params<&Statistics::launch_security_info>(params, nparams, flags | VIR_TYPED_PARAM_STRING_OKAY));
}

int virDomainSetLaunchSecurityState(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                                    unsigned int flags) {
  return call(domain, Access::write,
              sets_params<&Statistics::set_launch_security_state>(params, nparams, std::make_tuple(), flags));
}
}
