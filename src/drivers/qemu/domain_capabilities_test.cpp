// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/domain_capabilities.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "drivers/qemu/emulator_recorded.hpp"

namespace vireo::qemu {
namespace {

std::string document(const std::string& machine, bool kvm = false) {
  const Emulator emulator = recorded_emulator("x86_64");
  return format_domain_capabilities(emulator, *emulator.machine(machine), kvm);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(DomainCapabilities, NameTheMachineInFull) {
  const std::string text = document("pc");
  EXPECT_TRUE(
      text.starts_with("<domainCapabilities>\n  <path>/usr/bin/qemu-system-x86_64</path>\n"
                       "  <domain>qemu</domain>\n  <machine>pc-i440fx-7.2</machine>\n"
                       "  <arch>x86_64</arch>\n  <vcpu max='255'/>\n"))
      << text.substr(0, 300);
  EXPECT_TRUE(has(document("q35"), "<machine>pc-q35-7.2</machine>"));
}

TEST(DomainCapabilities, BusesAreTheMachines) {
  EXPECT_TRUE(has(document("pc"), "<value>ide</value>"));
  EXPECT_FALSE(has(document("q35"), "<value>ide</value>"));
  EXPECT_TRUE(has(document("q35"), "<value>sata</value>"));
}

TEST(DomainCapabilities, PassthroughNeedsKvm) {
  EXPECT_TRUE(has(document("pc"), "<mode name='host-passthrough' supported='no'/>"));
  EXPECT_TRUE(has(document("pc", true), "<mode name='host-passthrough' supported='yes'>"));
}

TEST(DomainCapabilities, ModelsAreWithoutTheirVersions) {
  const std::string text = document("pc");
  EXPECT_TRUE(has(text, "<model usable='yes'>qemu64</model>"));
  EXPECT_FALSE(has(text, "qemu64-v1"));
  EXPECT_FALSE(has(text, ">max<"));
}

TEST(DomainCapabilities, OfferNothingThatAStartRefuses) {
  const std::string text = document("pc");
  for (const char* absent : {"hostdev", "filesystem", "tpm"})
    EXPECT_TRUE(has(text, fmt::format("<{} supported='no'/>", absent))) << absent;
  for (const char* absent : {">pflash<", ">spice<", ">spicevmc<", ">file<"})
    EXPECT_FALSE(has(text, absent)) << absent;
}

}  // namespace
}  // namespace vireo::qemu
