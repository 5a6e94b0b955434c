// SPDX-License-Identifier: LGPL-2.1-or-later
// Controllers that need a device of their own; those built into the machine do not.
#include "base/error.hpp"
#include "drivers/qemu/command/args.hpp"

namespace vireo::qemu {
namespace {

namespace json = boost::json;
using model::Controller;

bool is_q35(const model::Domain& domain) { return domain.os.machine.find("q35") != std::string::npos; }

void put_iothread(json::object& device, const Controller& controller) {
  if (controller.iothread) device["iothread"] = fmt::format("iothread{}", controller.iothread);
}

json::object pci_device(const Build& build, const Controller& controller) {
  json::object device;
  const std::string& model = controller.model;
  const std::string& name = controller.pci_model_name;
  if (model == "pci-bridge") {
    device["driver"] = "pci-bridge";
    device["chassis_nr"] = controller.chassis_nr.value_or(controller.index.value_or(0));
    device["id"] = controller.info.alias;
  } else if (model == "dmi-to-pci-bridge") {
    device["driver"] = "i82801b11-bridge";
    device["id"] = controller.info.alias;
  } else if (model == "pcie-to-pci-bridge") {
    device["driver"] = "pcie-pci-bridge";
    device["id"] = controller.info.alias;
  } else if (model == "pcie-root-port") {
    device["driver"] = name.empty() ? std::string("pcie-root-port") : name;
    device["port"] = controller.port.value_or(0);
    device["chassis"] = controller.chassis.value_or(controller.index.value_or(0));
    device["id"] = controller.info.alias;
    put_switch(device, "hotplug", controller.hotplug);
  } else if (model == "pcie-switch-upstream-port") {
    device["driver"] = "x3130-upstream";
    device["id"] = controller.info.alias;
  } else if (model == "pcie-switch-downstream-port") {
    device["driver"] = "xio3130-downstream";
    device["port"] = controller.port.value_or(0);
    device["chassis"] = controller.chassis.value_or(controller.index.value_or(0));
    device["id"] = controller.info.alias;
  } else if (model == "pci-expander-bus" || model == "pcie-expander-bus") {
    device["driver"] = model == "pci-expander-bus" ? "pxb" : "pxb-pcie";
    if (controller.bus_nr) device["bus_nr"] = *controller.bus_nr;
    device["id"] = controller.info.alias;
    if (controller.numa_node) device["numa_node"] = *controller.numa_node;
  } else {
    not_expressible(fmt::format("PCI controller model '{}'", model));
  }
  put_address(device, build.domain, controller.info.address);
  return device;
}

struct UsbModel {
  std::string_view model, driver;
};
constexpr UsbModel usb_models[] = {{"piix3-uhci", "piix3-usb-uhci"},
                                   {"piix4-uhci", "piix4-usb-uhci"},
                                   {"ehci", "usb-ehci"},
                                   {"ich9-ehci1", "ich9-usb-ehci1"},
                                   {"ich9-uhci1", "ich9-usb-uhci1"},
                                   {"ich9-uhci2", "ich9-usb-uhci2"},
                                   {"ich9-uhci3", "ich9-usb-uhci3"},
                                   {"vt82c686b-uhci", "vt82c686b-usb-uhci"},
                                   {"pci-ohci", "pci-ohci"},
                                   {"nec-xhci", "nec-usb-xhci"},
                                   {"qemu-xhci", "qemu-xhci"}};

json::object usb_device(const Build& build, const Controller& controller) {
  json::object device;
  std::string driver = "piix3-usb-uhci";
  for (const UsbModel& known : usb_models)
    if (known.model == controller.model) driver = known.driver;
  device["driver"] = driver;
  if (controller.ports) {
    device["p2"] = *controller.ports;
    device["p3"] = *controller.ports;
  }
  if (controller.usb_master_port) {
    device["masterbus"] = controller_bus(build.domain, Controller::Type::usb, controller.index.value_or(0));
    device["firstport"] = *controller.usb_master_port;
  } else {
    device["id"] = controller.info.alias;
  }
  put_address(device, build.domain, controller.info.address);
  return device;
}

json::object scsi_device(const Build& build, const Controller& controller) {
  json::object device;
  const std::string& model = controller.model;
  if (model.starts_with("virtio-")) {
    int kind = model == "virtio-transitional" ? 1 : model == "virtio-non-transitional" ? 2 : 0;
    device["driver"] = virtio_name("virtio-scsi", controller.info.address, kind);
    put_virtio(device, controller.virtio);
    put_iothread(device, controller);
    device["id"] = controller.info.alias;
    if (controller.queues) device["num_queues"] = controller.queues;
    if (controller.cmd_per_lun) device["cmd_per_lun"] = controller.cmd_per_lun;
    if (controller.max_sectors) device["max_sectors"] = controller.max_sectors;
    put_switch(device, "ioeventfd", controller.ioeventfd);
  } else {
    static constexpr UsbModel others[] = {{"lsilogic", "lsi"},       {"lsisas1068", "mptsas1068"},
                                          {"lsisas1078", "megasas"}, {"vmpvscsi", "pvscsi"},
                                          {"am53c974", "am53c974"},  {"dc390", "dc390"}};
    std::string driver;
    for (const UsbModel& known : others)
      if (known.model == model) driver = known.driver;
    if (driver.empty()) not_expressible(fmt::format("SCSI controller model '{}'", model));
    device["driver"] = driver;
    device["id"] = controller.info.alias;
  }
  put_address(device, build.domain, controller.info.address);
  return device;
}

json::object serial_device(const Build& build, const Controller& controller) {
  int kind = controller.model == "virtio-transitional"       ? 1
             : controller.model == "virtio-non-transitional" ? 2
                                                             : 0;
  json::object device{{"driver", virtio_name("virtio-serial", controller.info.address, kind)}};
  put_virtio(device, controller.virtio);
  device["id"] = controller.info.alias;
  if (controller.ports) device["max_ports"] = *controller.ports;
  if (controller.vectors) device["vectors"] = *controller.vectors;
  put_address(device, build.domain, controller.info.address);
  return device;
}

bool built_in(const Build& build, const Controller& controller) {
  unsigned index = controller.index.value_or(0);
  switch (controller.type) {
    case Controller::Type::pci:
      return controller.model == "pci-root" || controller.model == "pcie-root";
    case Controller::Type::ide:
      if (index != 0 || is_q35(build.domain)) not_expressible("a second IDE controller");
      return true;
    case Controller::Type::fdc:
      return true;
    case Controller::Type::sata:
      return is_q35(build.domain) && index == 0;
    case Controller::Type::usb:
      return controller.model == "none";
    default:
      return false;
  }
}

void add_controller(Build& build, const Controller& controller) {
  if (built_in(build, controller)) return;
  json::object device;
  switch (controller.type) {
    case Controller::Type::pci:
      device = pci_device(build, controller);
      break;
    case Controller::Type::usb:
      device = usb_device(build, controller);
      break;
    case Controller::Type::scsi:
      device = scsi_device(build, controller);
      break;
    case Controller::Type::sata:
      device = {{"driver", "ahci"}, {"id", controller.info.alias}};
      put_address(device, build.domain, controller.info.address);
      break;
    case Controller::Type::virtio_serial:
      device = serial_device(build, controller);
      break;
    case Controller::Type::ccid:
      device = {{"driver", "usb-ccid"}, {"id", controller.info.alias}};
      put_address(device, build.domain, controller.info.address);
      break;
    default:
      not_expressible("this controller type");
  }
  build.args.add_json("-device", device);
}

}  // namespace

void add_controllers(Build& build) {
  using Type = Controller::Type;
  for (Type type : {Type::pci, Type::usb, Type::scsi, Type::ide, Type::sata, Type::virtio_serial, Type::ccid,
                    Type::fdc, Type::xenbus, Type::isa})
    for (const Controller& controller : build.domain.controllers)
      if (controller.type == type) add_controller(build, controller);
}

}  // namespace vireo::qemu
