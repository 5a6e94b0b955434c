// SPDX-License-Identifier: LGPL-2.1-or-later
// Procedures that the session itself answers, not the driver: authentication, opening, features, events.
// Implemented by the server's session; the client end uses the signatures.
#pragma once

#include "base/task.hpp"
#include "driver/types.hpp"

namespace vireo::rpc {

enum class Auth : std::int32_t { none = 0, sasl = 1, polkit = 2 };

class SessionCalls {
 public:
  virtual ~SessionCalls() = default;
  virtual Task<driver::List<std::int32_t, 20>> auth_list() = 0;  ///< of Auth
  virtual Task<std::int32_t> auth_polkit() = 0;                  ///< 1 when done
  virtual Task<void> open(std::optional<std::string> uri, std::uint32_t flags) = 0;
  virtual Task<void> close() = 0;
  virtual Task<std::int32_t> supports_feature(std::int32_t feature) = 0;
  virtual Task<void> set_identity(driver::List<driver::TypedParam, 20> params, std::uint32_t flags) = 0;

  // Events: three generations of the same thing. The first knows life-cycle events only, the second one
  // registration for each kind, the third numbers its registrations and can be for one domain.
  virtual Task<std::int32_t> register_lifecycle() = 0;
  virtual Task<std::int32_t> deregister_lifecycle() = 0;
  virtual Task<void> register_kind(std::int32_t event_id) = 0;
  virtual Task<void> deregister_kind(std::int32_t event_id) = 0;
  virtual Task<std::int32_t> register_callback(std::int32_t event_id,
                                               std::optional<driver::DomainRef> domain) = 0;
  virtual Task<void> deregister_callback(std::int32_t callback) = 0;
  virtual Task<void> register_close() = 0;
  virtual Task<void> unregister_close() = 0;
};

}  // namespace vireo::rpc
