// SPDX-License-Identifier: LGPL-2.1-or-later
// What is refused, with the codes libvirt 9.0.0 gave to the same documents on its test driver.
#include <gtest/gtest.h>

#include "model/domain_xml.hpp"

namespace vireo::model {
namespace {

constexpr int accepted = 0;

int code_of(const std::string& xml) {
  try {
    parse_domain(xml);
  } catch (const Error& failure) {
    return failure.code();
  }
  return accepted;
}

struct Case {
  int code;
  const char* xml;
};

constexpr const char* no_usb = "<controller type='usb' model='none'/>";

TEST(Validate, WhatADefinitionIsCalledComesFirst) {
  const Case cases[] = {
      {VIR_ERR_NO_NAME, "<domain/>"},
      {VIR_ERR_NO_NAME, "<domain type='bogus'/>"},
      {VIR_ERR_NO_NAME, "<domain type='test'><name/></domain>"},
      {VIR_ERR_NO_NAME, "<domain type='test' id='x'></domain>"},
      {VIR_ERR_INTERNAL_ERROR, "<domain><name>a</name></domain>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<domain type='bogus'><name>a</name></domain>"},
      {VIR_ERR_INTERNAL_ERROR, "<domain type='test'><name>a</name><uuid>x</uuid></domain>"},
      {VIR_ERR_XML_ERROR, "<domain type='test'><name>a</name></domain>"},
      {VIR_ERR_XML_ERROR, "<domain type='test'><name>a/b</name></domain>"},
      {VIR_ERR_XML_ERROR, "<foo/>"},
  };
  for (const auto& [code, xml] : cases) EXPECT_EQ(code_of(xml), code) << xml;
}

TEST(Validate, Devices) {
  const auto cdrom = [](const std::string& boot) {
    return "<disk type='file' device='cdrom'><target dev='hda'/>" + boot + "</disk>";
  };
  const auto tablet = [](const std::string& port) {
    return "<controller type='usb'/><input type='tablet' bus='usb'><address type='usb' bus='0' port='" +
           port + "'/></input>";
  };
  const std::pair<int, std::string> cases[] = {
      {VIR_ERR_CONFIG_UNSUPPORTED, std::string(no_usb) + "<input type='tablet' bus='usb'/>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, std::string(no_usb) + "<hub type='usb'/>"},
      {VIR_ERR_XML_DETAIL, std::string(no_usb) + "<controller type='usb' index='1'/>"},
      {VIR_ERR_XML_DETAIL, std::string("<controller type='usb' index='1'/>") + no_usb},
      {VIR_ERR_XML_DETAIL, "<controller type='usb' model='ich9-uhci1'><master startport='0'/></controller>"},
      {accepted, "<input type='tablet' bus='usb'/>"},
      {accepted, "<hub type='usb'/>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<redirdev bus='usb' type='spicevmc'/>"},
      {accepted, "<controller type='usb'/><redirdev bus='usb' type='spicevmc'/>"},
      {VIR_ERR_INTERNAL_ERROR, "<controller type='usb'/><redirdev bus='usb' type='unix'/>"},
      {VIR_ERR_XML_ERROR, "<rng model='virtio'/>"},
      {VIR_ERR_INTERNAL_ERROR, "<rng model='virtio'><backend model='egd' type='unix'/></rng>"},
      {VIR_ERR_INTERNAL_ERROR, "<watchdog model='i6300esb'/><watchdog model='i6300esb'/>"},
      {VIR_ERR_INTERNAL_ERROR, "<memballoon model='none'/><memballoon model='none'/>"},
      {VIR_ERR_XML_ERROR, "<vsock/><vsock/>"},
      {VIR_ERR_XML_ERROR, "<tpm/>"},
      {VIR_ERR_XML_ERROR, "<tpm><backend type='passthrough'/><backend type='passthrough'/></tpm>"},
      {VIR_ERR_XML_ERROR, "<graphics type='spice'><image/></graphics>"},
      {VIR_ERR_XML_ERROR, "<graphics type='spice'><clipboard/></graphics>"},
      {VIR_ERR_INTERNAL_ERROR, "<input/>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<input type='bogus'/>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<input type='mouse' bus='bogus'/>"},
      {VIR_ERR_XML_ERROR, "<controller type='bogus'/>"},
      {VIR_ERR_INTERNAL_ERROR, cdrom("<boot order='1' loadparm='SYS1?'/>")},
      {VIR_ERR_INTERNAL_ERROR, cdrom("<boot order='1' loadparm='SYS12345678'/>")},
      {accepted, cdrom("<boot order='1' loadparm='Sys 1.'/>")},
      {VIR_ERR_CONFIG_UNSUPPORTED, cdrom("<address type='pci' slot='0x05'/>")},
      {VIR_ERR_INTERNAL_ERROR, tablet("1.2.3.4.5")},
      {VIR_ERR_INTERNAL_ERROR, tablet("1.x")},
      {VIR_ERR_INTERNAL_ERROR, tablet("1.")},
      {VIR_ERR_INTERNAL_ERROR, tablet("")},
      {accepted, tablet("1.2.3.4")},
      {VIR_ERR_CONFIG_UNSUPPORTED,
       "<controller type='pci' index='0' model='pci-root'><target><node>0</node></target></controller>"},
      {accepted, "<disk type='file'><driver type='aio'/><source file='/x'/><target dev='hda'/></disk>"},
      {VIR_ERR_NO_TARGET, "<disk type='file'><source file='/x'/></disk>"},
  };
  for (const auto& [code, devices] : cases)
    EXPECT_EQ(
        code_of("<domain type='test'><name>a</name><memory>65536</memory><os><type>hvm</type></os><devices>" +
                devices + "</devices></domain>"),
        code)
        << devices;
}

TEST(Validate, Machine) {
  const Case cases[] = {
      {VIR_ERR_XML_ERROR, "<os><type/></os>"},
      {VIR_ERR_XML_ERROR, "<os/>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<os><type>bogus</type></os>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<os><type arch='bogus'>hvm</type></os>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<os><type arch='amd64'>hvm</type></os>"},
      {VIR_ERR_XML_ERROR, "<os><type>hvm</type><boot/></os>"},
      {VIR_ERR_XML_ERROR, "<os><type>hvm</type><boot dev='bogus'/></os>"},
      {VIR_ERR_XML_DETAIL, "<os firmware='efi'><type>hvm</type><loader readonly='yes'/></os>"},
      {VIR_ERR_XML_DETAIL, "<os firmware='efi'><type>hvm</type><loader type='rom'/></os>"},
      {VIR_ERR_XML_DETAIL, "<os firmware='efi'><type>hvm</type><loader>/x</loader></os>"},
      {accepted, "<os firmware='efi'><type>hvm</type><loader secure='yes'/></os>"},
  };
  for (const auto& [code, os] : cases)
    EXPECT_EQ(code_of(fmt::format("<domain type='test'><name>a</name><memory>65536</memory>{}</domain>", os)),
              code)
        << os;
}

TEST(Validate, Tuning) {
  const Case cases[] = {
      {VIR_ERR_INTERNAL_ERROR, "<vcpu>0</vcpu>"},
      {VIR_ERR_XML_ERROR, "<vcpu>x</vcpu>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<vcpu current='3'>2</vcpu>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<numatune><memory mode='strict' placement='static'/></numatune>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<numatune><memory mode='strict'/></numatune>"},
      {VIR_ERR_CONFIG_UNSUPPORTED,
       "<iothreads>1</iothreads><cputune><iothreadsched iothreads='2' scheduler='fifo' "
       "priority='1'/></cputune>"},
      {accepted,
       "<iothreads>2</iothreads><iothreadids><iothread id='7'/></iothreadids>"
       "<cputune><iothreadpin iothread='7' cpuset='0'/><iothreadpin iothread='1' cpuset='0'/></cputune>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<cputune><iothreadpin iothread='5' cpuset='0'/></cputune>"},
      {VIR_ERR_CONFIG_UNSUPPORTED, "<cputune><vcpusched vcpus='5' scheduler='fifo' priority='1'/></cputune>"},
      {accepted, "<cputune><vcpupin vcpu='5' cpuset='0'/></cputune>"},
      {VIR_ERR_INTERNAL_ERROR, "<cpu><numa><cell cpus='0-7' memory='65536'/></numa></cpu>"},
      {VIR_ERR_INTERNAL_ERROR, "<cpu><numa><cell cpus='2' memory='65536'/></numa></cpu><vcpu>2</vcpu>"},
      {VIR_ERR_XML_ERROR, "<cpu><numa><cell id='1' memory='65536'/></numa></cpu>"},
      {VIR_ERR_XML_ERROR,
       "<cpu><numa><cell id='0' memory='65536'/><cell id='0' memory='65536'/></numa></cpu>"},
      {accepted, "<memoryBacking><hugepages><page size='2048' nodeset='0'/></hugepages></memoryBacking>"},
      {VIR_ERR_XML_DETAIL,
       "<memoryBacking><hugepages><page size='2048' nodeset='1'/></hugepages></memoryBacking>"},
      {VIR_ERR_XML_DETAIL, "<seclabel type='dynamic' model='a'/><seclabel type='dynamic' model='a'/>"},
      {VIR_ERR_XML_DETAIL, "<seclabel type='dynamic'/><seclabel type='dynamic'/>"},
      {VIR_ERR_XML_ERROR, "<seclabel type='none'/><seclabel type='dynamic' model='a'/>"},
  };
  for (const auto& [code, part] : cases)
    EXPECT_EQ(
        code_of(fmt::format(
            "<domain type='test'><name>a</name><memory>65536</memory>{}<os><type>hvm</type></os></domain>",
            part)),
        code)
        << part;
}

}  // namespace
}  // namespace vireo::model
