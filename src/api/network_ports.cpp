// SPDX-License-Identifier: LGPL-2.1-or-later
// What is plugged into virtual networks.
#include "driver/network_ports.hpp"

#include "api/object_calls.hpp"

using namespace vireo::api;
using vireo::Uuid;
using vireo::driver::NetworkPortRef;
using vireo::driver::NetworkPorts;
using vireo::driver::TypedParam;
using vireo::driver::TypedValue;

namespace {

_virNetworkPort* new_port(_virNetwork& network, NetworkPortRef reference) {
  return new _virNetworkPort(network, std::move(reference));
}

/// virTypedParameter's type says which alternative of TypedValue it is, counted from 1.
TypedValue value_of(const virTypedParameter& param) {
  switch (param.type) {
    case VIR_TYPED_PARAM_INT:
      return param.value.i;
    case VIR_TYPED_PARAM_UINT:
      return param.value.ui;
    case VIR_TYPED_PARAM_LLONG:
      return static_cast<std::int64_t>(param.value.l);
    case VIR_TYPED_PARAM_ULLONG:
      return static_cast<std::uint64_t>(param.value.ul);
    case VIR_TYPED_PARAM_DOUBLE:
      return param.value.d;
    case VIR_TYPED_PARAM_BOOLEAN:
      return param.value.b != 0;
    case VIR_TYPED_PARAM_STRING:
      return std::string(param.value.s ? param.value.s : "");
  }
  throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_NETWORK, "parameter '{}' has the unknown type {}",
                     param.field, param.type);
}

struct ParamList {
  virTypedParameterPtr params = nullptr;
  int count = 0, room = 0;
  ~ParamList() { virTypedParamsFree(params, count); }

  void add(const char* field, std::int32_t value) {
    check(virTypedParamsAddInt(&params, &count, &room, field, value));
  }
  void add(const char* field, std::uint32_t value) {
    check(virTypedParamsAddUInt(&params, &count, &room, field, value));
  }
  void add(const char* field, std::int64_t value) {
    check(virTypedParamsAddLLong(&params, &count, &room, field, value));
  }
  void add(const char* field, std::uint64_t value) {
    check(virTypedParamsAddULLong(&params, &count, &room, field, value));
  }
  void add(const char* field, double value) {
    check(virTypedParamsAddDouble(&params, &count, &room, field, value));
  }
  void add(const char* field, bool value) {
    check(virTypedParamsAddBoolean(&params, &count, &room, field, value));
  }
  void add(const char* field, const std::string& value) {
    check(virTypedParamsAddString(&params, &count, &room, field, value.c_str()));
  }
  static void check(int result) {
    if (result < 0) throw std::bad_alloc();
  }
};

}  // namespace

extern "C" {

int virNetworkListAllPorts(virNetworkPtr network, virNetworkPortPtr** ports, unsigned int flags) {
  return call(network, Access::read, [=](auto& self) {
    if (ports) *ports = nullptr;
    auto found = self.template run<&NetworkPorts::list>(ports != nullptr, flags);
    if (!ports) return static_cast<int>(found.count);
    _virNetwork& owner = self.handle;
    *ports = handle_array<_virNetworkPort>(found.items,
                                           [&](auto& item) { return new_port(owner, std::move(item)); });
    return static_cast<int>(found.items.size());
  });
}

virNetworkPortPtr virNetworkPortLookupByUUID(virNetworkPtr net, const unsigned char* uuid) {
  return call(net, Access::read, [=](auto& self) {
    self.not_null(uuid, "uuid");
    return new_port(self.handle, self.template run<&NetworkPorts::lookup_by_uuid>(uuid_of(uuid)));
  });
}

virNetworkPortPtr virNetworkPortLookupByUUIDString(virNetworkPtr net, const char* uuidstr) {
  Uuid uuid;
  const int readable = call(net, Access::read, [&](auto& self) {
    self.not_null(uuidstr, "uuidstr");
    uuid = uuid_of_text(self.function, "uuidstr", uuidstr);
  });
  return readable < 0 ? nullptr : virNetworkPortLookupByUUID(net, uuid.bytes.data());
}

virNetworkPortPtr virNetworkPortCreateXML(virNetworkPtr net, const char* xmldesc, unsigned int flags) {
  return call(net, Access::write, [=](auto& self) {
    self.not_null(xmldesc, "xmldesc");
    return new_port(self.handle, self.template run<&NetworkPorts::create_xml>(xmldesc, flags));
  });
}

int virNetworkPortRef(virNetworkPortPtr port) { return call(port, Access::read, takes_reference()); }

int virNetworkPortFree(virNetworkPortPtr port) { return call(port, Access::read, gives_reference_back()); }

virNetworkPtr virNetworkPortGetNetwork(virNetworkPortPtr port) {
  return call(port, Access::read, [](auto& self) { return self.handle.owner.get(); });
}

int virNetworkPortGetUUID(virNetworkPortPtr port, unsigned char* uuid) {
  return call(port, Access::read, copies_uuid(uuid, "uuid"));
}

int virNetworkPortGetUUIDString(virNetworkPortPtr port, char* buf) {
  return call(port, Access::read, prints_uuid(buf, "buf"));
}

char* virNetworkPortGetXMLDesc(virNetworkPortPtr port, unsigned int flags) {
  return call(port, Access::read, runs<&NetworkPorts::xml>(flags));
}

int virNetworkPortGetParameters(virNetworkPortPtr port, virTypedParameterPtr* params, int* nparams,
                                unsigned int flags) {
  return call(port, Access::read, [=](auto& self) {
    self.not_null(params, "params");
    self.not_null(nparams, "nparams");
    const auto found = self.template run<&NetworkPorts::parameters>(0, flags);
    ParamList list;
    for (const TypedParam& param : found.items)
      std::visit([&](const auto& value) { list.add(param.field.c_str(), value); }, param.value);
    *params = std::exchange(list.params, nullptr);
    *nparams = std::exchange(list.count, 0);
  });
}

int virNetworkPortSetParameters(virNetworkPortPtr port, virTypedParameterPtr params, int nparams,
                                unsigned int flags) {
  return call(port, Access::write, [=](auto& self) {
    self.not_negative(nparams, "nparams");
    if (nparams) self.not_null(params, "params");
    vireo::driver::List<TypedParam, 16> wanted;
    for (int i = 0; i < nparams; ++i) wanted.push_back({params[i].field, value_of(params[i])});
    self.template run<&NetworkPorts::set_parameters>(std::move(wanted), flags);
  });
}

int virNetworkPortDelete(virNetworkPortPtr port, unsigned int flags) {
  return call(port, Access::write, runs<&NetworkPorts::remove>(flags));
}
}
