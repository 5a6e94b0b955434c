// SPDX-License-Identifier: LGPL-2.1-or-later
// What a migration in progress may cost, and its switch to post-copy.
#include "api/call.hpp"
#include "driver/migration.hpp"

using namespace vireo::api;
using vireo::driver::Migration;

namespace {

/// A method whose number goes into *value.
template <auto Method, class T>
auto reads(T* value, const char* argument, unsigned flags) {
  return [=](auto& self) {
    self.not_null(value, argument);
    *value = static_cast<T>(self.template run<Method>(flags));
    return 0;
  };
}

}  // namespace

extern "C" {

int virDomainMigrateGetMaxDowntime(virDomainPtr domain, unsigned long long* downtime, unsigned int flags) {
  return call(domain, Access::read, reads<&Migration::max_downtime>(downtime, "downtime", flags));
}

int virDomainMigrateSetMaxDowntime(virDomainPtr domain, unsigned long long downtime, unsigned int flags) {
  return call(domain, Access::write, runs<&Migration::set_max_downtime>(downtime, flags));
}

// Reading it changes nothing, but the incumbent asks for write access.
int virDomainMigrateGetMaxSpeed(virDomainPtr domain, unsigned long* bandwidth, unsigned int flags) {
  return call(domain, Access::write, reads<&Migration::max_speed>(bandwidth, "bandwidth", flags));
}

int virDomainMigrateSetMaxSpeed(virDomainPtr domain, unsigned long bandwidth, unsigned int flags) {
  return call(domain, Access::write, runs<&Migration::set_max_speed>(bandwidth, flags));
}

int virDomainMigrateGetCompressionCache(virDomainPtr domain, unsigned long long* cacheSize,
                                        unsigned int flags) {
  return call(domain, Access::read, reads<&Migration::compression_cache>(cacheSize, "cacheSize", flags));
}

int virDomainMigrateSetCompressionCache(virDomainPtr domain, unsigned long long cacheSize,
                                        unsigned int flags) {
  return call(domain, Access::write, runs<&Migration::set_compression_cache>(cacheSize, flags));
}

int virDomainMigrateStartPostCopy(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, runs<&Migration::start_post_copy>(flags));
}
}
