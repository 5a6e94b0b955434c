// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/addresses.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"
#include "drivers/qemu/pci_buses.hpp"

namespace vireo::qemu {
namespace {

using model::Address;
using model::Controller;
using model::Domain;
using testing::HasSubstr;

Controller controller(Controller::Type type, unsigned index, std::string model = "") {
  Controller made;
  made.type = type;
  made.index = index;
  made.model = std::move(model);
  return made;
}

model::Interface nic(std::string model) {
  model::Interface made;
  made.model = std::move(model);
  return made;
}

model::Disk disk(std::string target, model::Disk::Bus bus) {
  model::Disk made;
  made.target = std::move(target);
  made.bus = bus;
  return made;
}

Address pci(unsigned bus, unsigned slot, unsigned function = 0) {
  Address address;
  address.type = Address::Type::pci;
  address.bus = bus;
  address.slot = slot;
  address.function = function;
  return address;
}

Domain pc() {
  Domain domain;
  domain.controllers = {controller(Controller::Type::usb, 0, "piix3-uhci"),
                        controller(Controller::Type::pci, 0, "pci-root"),
                        controller(Controller::Type::ide, 0)};
  domain.memory_balloon.emplace();
  return domain;
}

Domain q35() {
  Domain domain;
  domain.controllers = {controller(Controller::Type::usb, 0, "qemu-xhci"),
                        controller(Controller::Type::sata, 0),
                        controller(Controller::Type::pci, 0, "pcie-root")};
  domain.memory_balloon.emplace();
  return domain;
}

TEST(Addresses, PcHasItsChipsetInFixedPlaces) {
  Domain domain = pc();
  domain.videos.emplace_back().type = model::Video::Type::vga;
  domain.interfaces.push_back(nic("virtio"));
  domain.disks.push_back(disk("vda", model::Disk::Bus::virtio));
  assign_addresses(domain);
  EXPECT_EQ(pci_text(domain.controllers[0].info.address), "0000:00:01.2");
  EXPECT_EQ(pci_text(domain.controllers[2].info.address), "0000:00:01.1");
  EXPECT_EQ(pci_text(domain.videos[0].info.address), "0000:00:02.0");
  EXPECT_EQ(pci_text(domain.interfaces[0].info.address), "0000:00:03.0");
  EXPECT_EQ(pci_text(domain.disks[0].info.address), "0000:00:04.0");
  EXPECT_EQ(pci_text(domain.memory_balloon->info.address), "0000:00:05.0");
}

TEST(Addresses, GivenOnesStayAndAreNotGivenAgain) {
  Domain domain = pc();
  domain.interfaces = {nic("virtio"), nic("e1000")};
  domain.interfaces[1].info.address = pci(0, 2);
  assign_addresses(domain);
  EXPECT_EQ(pci_text(domain.interfaces[1].info.address), "0000:00:02.0");
  EXPECT_EQ(pci_text(domain.interfaces[0].info.address), "0000:00:03.0");
  const Domain once = domain;
  assign_addresses(domain);
  EXPECT_EQ(domain, once) << "a second run moves nothing";
}

TEST(Addresses, OneUsedTwiceIsRefused) {
  Domain domain = pc();
  domain.interfaces = {nic("virtio"), nic("virtio")};
  domain.interfaces[0].info.address = domain.interfaces[1].info.address = pci(0, 7);
  try {
    assign_addresses(domain);
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.code(), VIR_ERR_XML_ERROR);
    EXPECT_THAT(e.what(), HasSubstr("0000:00:07.0"));
  }
}

TEST(Addresses, ABusThatIsNotThereIsRefused) {
  Domain domain = pc();
  domain.interfaces = {nic("virtio")};
  domain.interfaces[0].info.address = pci(3, 1);
  EXPECT_THROW(assign_addresses(domain), Error);
}

TEST(Addresses, AFullPcGetsABridge) {
  Domain domain = pc();
  for (int i = 0; i < 30; ++i) domain.interfaces.push_back(nic("virtio"));
  assign_addresses(domain);
  const Controller& bridge = domain.controllers.back();
  EXPECT_EQ(bridge.model, "pci-bridge");
  EXPECT_EQ(bridge.chassis_nr, 1u);
  EXPECT_EQ(pci_text(bridge.info.address), "0000:00:02.0");
  EXPECT_EQ(pci_text(domain.memory_balloon->info.address), "0000:01:02.0");
}

TEST(Addresses, Q35GivesEachDeviceAPortAndKeepsOneSpare) {
  Domain domain = q35();
  domain.interfaces.push_back(nic("virtio"));
  assign_addresses(domain);
  EXPECT_EQ(pci_text(domain.controllers[1].info.address), "0000:00:1f.2");
  EXPECT_EQ(pci_text(domain.interfaces[0].info.address), "0000:01:00.0");
  EXPECT_EQ(pci_text(domain.controllers[0].info.address), "0000:02:00.0");
  EXPECT_EQ(pci_text(domain.memory_balloon->info.address), "0000:03:00.0");
  ASSERT_EQ(domain.controllers.size(), 7u);
  const Controller& first = domain.controllers[3];
  EXPECT_EQ(first.model, "pcie-root-port");
  EXPECT_EQ(pci_text(first.info.address), "0000:00:01.0");
  EXPECT_EQ(first.info.address.multifunction, model::Switch::yes);
  EXPECT_EQ(first.port, 8u);
  EXPECT_EQ(pci_text(domain.controllers[6].info.address), "0000:00:01.3");
  EXPECT_EQ(domain.controllers[6].chassis, 4u);
}

TEST(Addresses, Q35PutsConventionalDevicesBehindABridge) {
  Domain domain = q35();
  domain.interfaces.push_back(nic("rtl8139"));
  assign_addresses(domain);
  const auto bridge = std::find_if(domain.controllers.begin(), domain.controllers.end(),
                                   [](const Controller& c) { return c.model == "pcie-to-pci-bridge"; });
  ASSERT_NE(bridge, domain.controllers.end());
  EXPECT_EQ(bridge->info.address.bus, 1u);
  EXPECT_EQ(domain.interfaces[0].info.address.bus, *bridge->index);
  EXPECT_EQ(domain.interfaces[0].info.address.slot, 1u);
}

TEST(Addresses, CompanionsShareTheSlotOfTheirController) {
  Domain domain = q35();
  domain.controllers[0] = controller(Controller::Type::usb, 0, "ich9-ehci1");
  for (const char* model : {"ich9-uhci1", "ich9-uhci2", "ich9-uhci3"}) {
    domain.controllers.push_back(controller(Controller::Type::usb, 0, model));
    domain.controllers.back().usb_master_port = 0;
  }
  assign_addresses(domain);
  EXPECT_EQ(pci_text(domain.controllers[0].info.address), "0000:00:1d.7");
  EXPECT_EQ(pci_text(domain.controllers[3].info.address), "0000:00:1d.0");
  EXPECT_EQ(domain.controllers[3].info.address.multifunction, model::Switch::yes);
  EXPECT_EQ(pci_text(domain.controllers[5].info.address), "0000:00:1d.2");
}

TEST(Addresses, SerialPortsStartAtOneForChannels) {
  Domain domain = pc();
  domain.controllers.push_back(controller(Controller::Type::virtio_serial, 0));
  domain.channels.resize(2);
  for (auto& channel : domain.channels) channel.target = model::Channel::Target::virtio;
  domain.channels[0].info.address.type = Address::Type::virtio_serial;
  domain.channels[0].info.address.serial_port = 2;
  domain.consoles.emplace_back().target = model::Console::Target::virtio;
  assign_addresses(domain);
  EXPECT_EQ(domain.channels[0].info.address.serial_port, 2u);
  EXPECT_EQ(domain.channels[1].info.address.serial_port, 1u);
  EXPECT_EQ(domain.consoles[0].info.address.type, Address::Type::none) << "QEMU chooses";
}

TEST(Addresses, AFullSerialControllerGetsASecond) {
  Domain domain = pc();
  domain.channels.resize(31);
  for (auto& channel : domain.channels) channel.target = model::Channel::Target::virtio;
  assign_addresses(domain);
  EXPECT_EQ(domain.channels[29].info.address.serial_port, 30u);
  EXPECT_EQ(domain.channels[30].info.address.controller, 1u);
  EXPECT_EQ(domain.channels[30].info.address.serial_port, 1u);
  EXPECT_EQ(domain.controllers.back().type, Controller::Type::virtio_serial);
}

TEST(Addresses, UsbPortsAndTheHubWhenTheyRunOut) {
  Domain domain = pc();
  for (int i = 0; i < 3; ++i) {
    domain.inputs.emplace_back().bus = model::Input::Bus::usb;
    domain.inputs.back().type = model::Input::Type::tablet;
  }
  assign_addresses(domain);
  ASSERT_EQ(domain.hubs.size(), 1u);
  EXPECT_EQ(domain.hubs[0].info.address.port, "1");
  EXPECT_EQ(domain.inputs[0].info.address.port, "2");
  EXPECT_EQ(domain.inputs[1].info.address.port, "1.1");
  EXPECT_EQ(domain.inputs[2].info.address.port, "1.2");
}

TEST(PciBuses, SaysWhatABusCannotDo) {
  PciBuses buses;
  EXPECT_THROW(buses.add(0, "no-such-bus"), Error);
  EXPECT_THROW(buses.add(256, "pci-bridge"), Error);
  buses.add(0, "pcie-root-port");
  EXPECT_THROW(buses.take(pci(0, 1), "x"), Error) << "a port has slot 0 only";
  EXPECT_FALSE(buses.accepts(0, PciKind::pci));
  EXPECT_TRUE(buses.accepts(0, PciKind::pcie));
}

}  // namespace
}  // namespace vireo::qemu
