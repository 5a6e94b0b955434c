// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/drivers.hpp"

#include "api/connect.hpp"
#include "drivers/remote/driver.hpp"
#include "drivers/test/connect.hpp"

namespace vireo::api {

namespace {

/// Drivers that live in this process share state between connections: it is touched on their loop only,
/// whichever threads open connections.
class InProcess final : public driver::Driver {
 public:
  InProcess(Loop& loop, std::unique_ptr<driver::Driver> driver) : loop_(loop), driver_(std::move(driver)) {}
  std::string_view name() const noexcept override { return driver_->name(); }
  bool claims(const Uri& uri) const override { return driver_->claims(uri); }
  driver::ConnectionPtr open(driver::OpenRequest request) override {
    return loop_.run(as_task([&] { return driver_->open(std::move(request)); }));
  }

 private:
  Loop& loop_;
  std::unique_ptr<driver::Driver> driver_;
};

struct Drivers {
  Drivers() {
    registry.add(std::make_unique<InProcess>(loop, std::make_unique<test_driver::Driver>(loop)));
    registry.add(remote::make_driver());
  }
  Loop loop;
  driver::Registry registry;
};

Drivers& drivers() {
  static auto* instance = new Drivers;  // open connections may outlive static destructors
  return *instance;
}

}  // namespace

driver::Registry& registry() { return drivers().registry; }

void close_driver(driver::ConnectionPtr connection) {
  auto& loop = drivers().loop;
  if (&connection->loop() != &loop) return;
  loop.run(as_task([&] { connection.reset(); }));
}

}  // namespace vireo::api
