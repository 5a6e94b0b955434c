// SPDX-License-Identifier: LGPL-2.1-or-later
// The steps of completing a domain that all drivers share. Inside the model; others call complete_domain().
#pragma once

#include "model/domain_xml.hpp"

namespace vireo::model {

/// What is wrong whatever the driver, found while the element is still at hand.
void check_read(const Domain& domain, xml::Node element);

/// Life-cycle actions, vCPUs, memory, boot order, serial and console pairing.
void complete_machine(Domain& domain);

/// Buses, targets, drive addresses, controller indices, video memory.
void complete_devices(Domain& domain);

/// Controllers that addresses speak of, and a video card for a display.
void add_implied_devices(Domain& domain);

/// Checks that span elements. Throws with the incumbent's codes.
void validate_domain(const Domain& domain);
/// The part of it that is about devices.
void validate_devices(const Domain& domain);

std::string_view name_of(Address::Type type);

/// The number of a disk in its kind's series: sda → 0, sdb → 1, sdaa → 26, mmcblk0 → 0; -1 for other names.
int disk_index(std::string_view target);

}  // namespace vireo::model
