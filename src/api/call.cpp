// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/call.hpp"

#include <new>

namespace vireo::api {

char* c_string(const std::string& text) {
  char* copy = ::strdup(text.c_str());
  if (!copy) throw std::bad_alloc();
  return copy;
}

virDomainPtr new_domain(_virConnect& connection, driver::DomainRef ref) {
  return new _virDomain(connection, std::move(ref));
}

void report_exception(const char* function, int from, virConnectPtr connection) noexcept {
  ErrorData data = current_error();
  if (data.code == VIR_ERR_NO_SUPPORT && !data.str2) data = Error(VIR_ERR_NO_SUPPORT, from, function).data();
  // What the edge itself refuses is the subject's own error.
  if (data.code == VIR_ERR_INVALID_ARG && data.domain == VIR_FROM_DOMAIN && data.str1 == function)
    data.domain = from;
  report(data, connection);
}

}  // namespace vireo::api
