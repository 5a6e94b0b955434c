// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/registry.hpp"

#include <gtest/gtest.h>
#include <libvirt/libvirt.h>
#include <unistd.h>

#include <cstdlib>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/temp_dir.hpp"

using namespace vireo;
using namespace vireo::driver;

namespace {

struct FakeConnection : driver::Connection {
  Loop& loop() noexcept override { std::abort(); }
};

struct FakeDriver : driver::Driver {
  FakeDriver(std::string scheme, std::vector<std::string>& opened)
      : scheme(std::move(scheme)), opened(opened) {}
  std::string_view name() const noexcept override { return scheme; }
  bool claims(const Uri& uri) const override { return uri.scheme == scheme; }
  std::optional<std::string> probe() override { return found; }
  ConnectionPtr open(OpenRequest request) override {
    opened.push_back(request.text + (request.readonly ? " ro" : ""));
    return std::make_unique<FakeConnection>();
  }
  std::string scheme;
  std::vector<std::string>& opened;
  std::optional<std::string> found;
};

/// A registry with drivers a and b under a root of its own, so that the client's configuration is ours.
class RegistryTest : public testing::Test {
 protected:
  RegistryTest() {
    ::setenv("VIREO_ROOT", root_.path().c_str(), 1);
    ::unsetenv("LIBVIRT_DEFAULT_URI");
    for (auto scheme : {"a", "b"}) {
      auto driver = std::make_unique<FakeDriver>(scheme, opened_);
      drivers_.push_back(driver.get());
      registry_.add(std::move(driver));
    }
  }
  ~RegistryTest() override {
    ::unsetenv("VIREO_ROOT");
    ::unsetenv("LIBVIRT_DEFAULT_URI");
  }
  void configure(std::string_view text) {
    auto folder = (::geteuid() == 0 ? Paths::system() : Paths::user()).config;
    make_directories(folder);
    write_file(folder / "libvirt.conf", text);
  }
  std::string open(std::optional<std::string> name, unsigned flags = 0) {
    opened_.clear();
    try {
      registry_.open(std::move(name), flags);
    } catch (const Error& error) {
      return error.what();
    }
    return opened_.at(0);
  }

  TempDir root_;
  std::vector<std::string> opened_;
  std::vector<FakeDriver*> drivers_;
  Registry registry_;
};

TEST_F(RegistryTest, TheSchemeDecides) {
  EXPECT_EQ(open("a:///x"), "a:///x");
  EXPECT_EQ(open("b:///x", VIR_CONNECT_RO), "b:///x ro");
  EXPECT_EQ(open("foo"), "no connection driver available for URI 'foo' does not include a driver name");
  EXPECT_EQ(open("c:///x"), "no connection driver available for no driver serves URI 'c:///x'");
}

TEST_F(RegistryTest, DefaultIsVariableThenConfigurationThenProbe) {
  EXPECT_EQ(open({}), "no connection driver available for no hypervisor was found, and no URI was given");
  drivers_[1]->found = "b:///probed";
  EXPECT_EQ(open({}), "b:///probed");
  EXPECT_EQ(open(""), "b:///probed");
  configure("uri_default = \"a:///configured\"\n");
  EXPECT_EQ(open({}), "a:///configured");
  ::setenv("LIBVIRT_DEFAULT_URI", "a:///variable", 1);
  EXPECT_EQ(open({}), "a:///variable");
  ::setenv("LIBVIRT_DEFAULT_URI", "", 1);
  EXPECT_EQ(open({}), "a:///configured");
}

TEST_F(RegistryTest, AliasesAreExpandedAlsoOfTheDefault) {
  configure("uri_default = \"x\"\nuri_aliases = [ \"x=a:///one\", \"y-_2=b:///two\", \"broken\" ]\n");
  EXPECT_EQ(open({}), "a:///one");
  EXPECT_EQ(open("y-_2"), "b:///two");
  EXPECT_EQ(open("x", VIR_CONNECT_NO_ALIASES),
            "no connection driver available for URI 'x' does not include a driver name");
  EXPECT_EQ(open("z"),
            "configuration file syntax error: Malformed 'uri_aliases' config entry 'broken', expected "
            "'alias=uri://host/path'");
  configure("uri_aliases = [ \"a.x=a:///one\" ]\n");
  EXPECT_EQ(
      open("a.x"),
      "configuration file syntax error: Malformed 'uri_aliases' config entry 'a.x=a:///one', aliases may "
      "only contain 'a-Z, 0-9, _, -'");
}

}  // namespace
