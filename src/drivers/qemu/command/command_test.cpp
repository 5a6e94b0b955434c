// SPDX-License-Identifier: LGPL-2.1-or-later
// Golden files: tests/data/qemu/NAME.xml → NAME.args. VIREO_UPDATE_GOLDENS=1 rewrites them for review.
#include "drivers/qemu/command/command.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/error.hpp"
#include "base/files.hpp"
#include "drivers/qemu/aliases.hpp"
#include "drivers/qemu/emulator_recorded.hpp"
#include "drivers/qemu/post_parse.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

const fs::path folder = VIREO_SOURCE_DIR "/tests/data/qemu";

std::vector<std::string> scenarios() {
  std::vector<std::string> names;
  for (const std::string& name : list_directory(folder))
    if (name.ends_with(".xml")) names.push_back(name.substr(0, name.size() - 4));
  return names;
}

model::Domain completed(const std::string& xml) {
  model::Domain domain = model::parse_domain(xml, {.complete = false, .validate = false});
  auto emulator = std::make_shared<Emulator>(recorded_emulator(domain.os.arch == "i686" ? "i386" : "x86_64"));
  model::DomainHooks hooks = make_hooks(emulator, Settings{});
  model::complete_domain(domain, {.hooks = &hooks});
  return domain;
}

std::string arguments_of(const std::string& xml) {
  model::Domain domain = completed(xml);
  domain.id = 1;
  assign_aliases(domain);
  Runtime runtime{.monitor_fd = 3, .monitor_path = {}, .state_directory = "/lib/domain-1-x"};
  int next = 4;
  for (model::Interface& interface : domain.interfaces) {
    using Type = model::Interface::Type;
    if (interface.type != Type::bridge && interface.type != Type::ethernet) continue;
    std::vector<int>& fds = runtime.tap_fds[interface.info.alias];
    do fds.push_back(next++);
    while (fds.size() < interface.queues);
  }
  if (domain.vsock) runtime.vsock_fd = next++;
  for (model::Graphics& graphics : domain.graphics)
    if (graphics.port <= 0) graphics.port = 5900;
  std::string text;
  for (const std::string& argument : build_command(domain, recorded_emulator("x86_64"), runtime)) {
    if (argument.starts_with("-") && !text.empty()) text += "\n";
    text += (text.empty() || text.ends_with("\n") ? "" : " ") + argument;
  }
  return text + "\n";
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, CommandLine) {
  std::string text = arguments_of(read_file(folder / (GetParam() + ".xml")));
  fs::path file = folder / (GetParam() + ".args");
  if (std::getenv("VIREO_UPDATE_GOLDENS")) write_file(file, text, 0644);
  EXPECT_EQ(text, read_file(file));
}

INSTANTIATE_TEST_SUITE_P(Qemu, Golden, testing::ValuesIn(scenarios()), [](const auto& info) {
  std::string name = info.param;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
});

TEST(Command, WhatItCannotSayIsNamed) {
  std::string xml = read_file(folder / "minimal.xml");
  xml.replace(xml.find("<devices/>"), 10, "<devices><graphics type='spice' autoport='yes'/></devices>");
  try {
    arguments_of(xml);
    FAIL();
  } catch (const Error& problem) {
    EXPECT_EQ(problem.code(), VIR_ERR_CONFIG_UNSUPPORTED);
    EXPECT_NE(problem.data().message.find("spice"), std::string::npos) << problem.data().message;
  }
}

TEST(Command, CompletingTwiceChangesNothing) {
  for (const std::string& name : scenarios()) {
    model::Domain once = completed(read_file(folder / (name + ".xml")));
    model::Domain twice = completed(model::format_domain(once, {.secure = true, .inactive = true}));
    EXPECT_EQ(model::format_domain(once, {.inactive = true}), model::format_domain(twice, {.inactive = true}))
        << name;
  }
}

}  // namespace
}  // namespace vireo::qemu
