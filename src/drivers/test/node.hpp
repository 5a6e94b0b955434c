// SPDX-License-Identifier: LGPL-2.1-or-later
// The pretended machine of a test:/// connection, and the domains it begins with, as read from the built-in
// definition or from a node file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "drivers/test/host_objects.hpp"
#include "drivers/test/storage.hpp"
#include "model/domain.hpp"
#include "model/network.hpp"
#include "xml/document.hpp"

namespace vireo::test_driver {

struct Cell {
  std::uint64_t memory = 0;  ///< KiB
  std::uint64_t free = 0;    ///< bytes, as virNodeGetFreeMemory counts them
  std::uint64_t page = 0;    ///< KiB; its memory is made of these
  std::uint64_t pages = 0;
};

struct User {
  std::string name;
  std::string password;
};

struct Node {
  std::string model = "i686";
  std::uint64_t memory = 3145728;  ///< KiB
  unsigned mhz = 1400;
  unsigned active = 16;
  unsigned nodes = 2, sockets = 2, cores = 2, threads = 2;
  std::vector<Cell> cells;  ///< the built-in machine only
  std::vector<User> users;  ///< who may connect; empty: everybody
};

struct InitialDomain {
  model::Domain definition;
  int state = 1;  ///< virDomainState
  bool transient = false;
  bool managed_save = false;
  std::vector<std::string> snapshots;  ///< XML
};

struct NodeDefinition {
  Node node;
  std::vector<InitialDomain> domains;
  HostDefinition host;
  std::vector<model::Network> networks;
  std::vector<InitialPool> pools;
};

/// What test:///default shows.
NodeDefinition default_node();

/// Reads a node file; files it names are relative to its folder. Throws VIR_ERR_XML_ERROR and what domains
/// throw.
NodeDefinition read_node(const std::filesystem::path& path);
NodeDefinition parse_node(const std::string& xml, const std::filesystem::path& path);

/// A domain's definition as this driver completes it.
model::Domain parse_definition(const std::string& xml, bool validate = false);
/// The same of the element of a larger document.
model::Domain parse_definition(xml::Node element);

}  // namespace vireo::test_driver
