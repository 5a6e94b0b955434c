// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/connect.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "driver/flags.hpp"

namespace vireo::test_driver {

namespace {

Error test_error(int code, std::string message) { return Error(code, VIR_FROM_TEST, std::move(message)); }

/// Asks for name and password, and checks them against the node file's users.
void authenticate(const Node& node, const driver::AuthCallback& ask) {
  if (node.users.empty()) return;
  if (!ask) throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_AUTH, "Missing authentication credentials");
  std::vector<driver::Credential> questions = {
      {.type = VIR_CRED_AUTHNAME, .prompt = "Enter username for localhost"},
      {.type = VIR_CRED_PASSPHRASE, .prompt = "Enter password for localhost"}};
  if (!ask(questions)) throw test_error(VIR_ERR_AUTH_CANCELLED, "user cancelled authentication process");
  auto known = std::any_of(node.users.begin(), node.users.end(), [&](const User& user) {
    return user.name == questions[0].result &&
           (user.password.empty() || user.password == questions[1].result);
  });
  if (!known)
    throw test_error(VIR_ERR_AUTH_FAILED,
                     "authentication failed, see test file for the correct username/password");
}

}  // namespace

Connection::Connection(Loop& loop, std::shared_ptr<Hypervisor> hypervisor, std::string uri)
    : loop_(loop),
      hypervisor_(std::move(hypervisor)),
      host_(loop, *hypervisor_, std::move(uri)),
      domains_(*hypervisor_),
      lifecycle_(*hypervisor_),
      devices_(*hypervisor_),
      snapshots_(*hypervisor_),
      checkpoints_(*hypervisor_),
      saving_(loop, *hypervisor_),
      interfaces_(hypervisor_->host_objects()),
      node_devices_(hypervisor_->host_objects()),
      tuning_(*hypervisor_),
      statistics_(*hypervisor_),
      agent_(*hypervisor_),
      guest_(*hypervisor_),
      networks_(hypervisor_->networks()),
      pools_(hypervisor_->storage()),
      volumes_(hypervisor_->storage()),
      events_(hypervisor_->events()) {
  offer<driver::Host>(host_);
  offer<driver::Domains>(domains_);
  offer<driver::Lifecycle>(lifecycle_);
  offer<driver::Devices>(devices_);
  offer<driver::Snapshots>(snapshots_);
  offer<driver::Checkpoints>(checkpoints_);
  offer<driver::Saving>(saving_);
  offer<driver::Interfaces>(interfaces_);
  offer<driver::NodeDevices>(node_devices_);
  offer<driver::Tuning>(tuning_);
  offer<driver::Statistics>(statistics_);
  offer<driver::Agent>(agent_);
  offer<driver::Guest>(guest_);
  offer<driver::Node>(resources_);
  offer<driver::Networks>(networks_);
  offer<driver::Pools>(pools_);
  offer<driver::Volumes>(volumes_);
  offer<driver::Events>(events_);
}

Connection::~Connection() { hypervisor_->destroy_owned(&lifecycle_); }

bool Driver::claims(const Uri& uri) const { return uri.scheme == "test" && uri.server.empty(); }

driver::ConnectionPtr Driver::open(driver::OpenRequest request) {
  driver::check_flags(request.flags, VIR_CONNECT_RO | VIR_CONNECT_NO_ALIASES, "testConnectOpen",
                      VIR_FROM_TEST);
  const auto& path = request.uri.path;
  if (path.empty() || path == "/")
    throw test_error(VIR_ERR_INVALID_ARG, "testOpen: supply a path or use test:///default");
  std::shared_ptr<Hypervisor> hypervisor;
  if (path == "/default") {
    hypervisor = default_.lock();
    if (!hypervisor) default_ = hypervisor = std::make_shared<Hypervisor>(default_node());
  } else {
    auto definition = read_node(path);
    authenticate(definition.node, request.auth);
    hypervisor = std::make_shared<Hypervisor>(std::move(definition));
  }
  return std::make_unique<Connection>(loop_, std::move(hypervisor), std::move(request.text));
}

}  // namespace vireo::test_driver
