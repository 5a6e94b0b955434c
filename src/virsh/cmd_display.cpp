// SPDX-License-Identifier: LGPL-2.1-or-later
// Where a domain's screens and terminals are, read from its definition.
#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/xml_query.hpp"

namespace vireo::virsh {
namespace {

constexpr int first_vnc_port = 5900;

std::unique_ptr<pugi::xml_document> running_definition(const Domain& domain, unsigned flags) {
  if (virDomainIsActive(domain.get()) != 1) throw Failure("Domain is not running");
  return parse_xml(take_string(virDomainGetXMLDesc(domain.get(), flags)));
}

std::string listen_address(const pugi::xml_node& graphics) {
  std::string address = graphics.attribute("listen").value();
  if (address.empty()) address = graphics.child("listen").attribute("address").value();
  return address;
}

bool any_address(const std::string& address) { return address == "0.0.0.0" || address == "::"; }

void vncdisplay(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  auto document = running_definition(domain, 0);
  pugi::xml_node graphics = document->select_node("/domain/devices/graphics[@type='vnc']").node();
  int port = graphics.attribute("port").as_int(-1);
  if (port < 0) throw Failure("Failed to get VNC port. Is this domain using VNC?");
  std::string address = listen_address(graphics);
  if (any_address(address)) address.clear();
  shell.print("{}:{}\n", address, port - first_vnc_port);
}

void ttyconsole(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  auto document = parse_xml(take_string(virDomainGetXMLDesc(domain.get(), 0)));
  std::string tty = document->select_node("/domain/devices/console/@tty").attribute().value();
  if (tty.empty()) throw Failure();
  shell.print("{}\n", tty);
}

/// The URI of one screen, or nothing when it has no address yet.
std::string display_uri(const pugi::xml_node& graphics, bool with_password) {
  std::string type = graphics.attribute("type").value();
  int port = graphics.attribute("port").as_int(0), tls_port = graphics.attribute("tlsPort").as_int(0);
  std::string socket = graphics.attribute("socket").value();
  if (socket.empty()) socket = graphics.child("listen").attribute("socket").value();
  if (port <= 0 && tls_port <= 0 && socket.empty()) return "";
  if (!socket.empty()) return type + "+unix://" + socket;
  std::string host = listen_address(graphics);
  if (any_address(host)) host = "localhost";
  if (host.empty()) host = "localhost";
  if (host.find(':') != host.npos) host = "[" + host + "]";
  std::string password = with_password ? graphics.attribute("passwd").value() : "";
  std::string uri = type + "://";
  if (!password.empty() && type == "vnc") uri += ":" + password + "@";
  uri += host;
  if (port > 0) uri += fmt::format(":{}", type == "vnc" ? port - first_vnc_port : port);
  std::string separator = "?";
  if (tls_port > 0) {
    uri += fmt::format("{}tls-port={}", separator, tls_port);
    separator = "&";
  }
  if (!password.empty() && type == "spice") uri += separator + "password=" + password;
  return uri;
}

void domdisplay(Shell& shell, const Arguments& arguments) {
  Domain domain = domain_of(shell, arguments);
  bool password = arguments.has("include-password");
  auto document = running_definition(domain, password ? VIR_DOMAIN_XML_SECURE : 0);
  auto wanted = arguments.text("type");
  bool found = false;
  for (const char* type : {"vnc", "spice", "rdp", "dbus"}) {
    if (wanted && *wanted != type) continue;
    if (found && !arguments.has("all")) break;
    std::string path = fmt::format("/domain/devices/graphics[@type='{}']", type);
    pugi::xml_node graphics = document->select_node(path.c_str()).node();
    std::string uri = graphics ? display_uri(graphics, password) : "";
    if (uri.empty()) continue;
    found = true;
    shell.print("{}{}", uri, arguments.has("all") ? "\n" : "");
  }
  if (found) return;
  if (wanted) throw failure("No graphical display with type '{}' found", *wanted);
  throw Failure("No graphical display found");
}

}  // namespace

std::vector<Command> domain_display_commands() {
  return {
      {"domdisplay",
       "a domain's screen as URI",
       "Prints the URI at which the domain's screen can be seen.",
       {domain_option(complete_running_domains), flag("include-password", "with the password"),
        text("type", "of this kind: vnc, spice, rdp, dbus"), flag("all", "of every kind")},
       domdisplay},
      {"ttyconsole",
       "a domain's terminal",
       "Prints the terminal device of the domain's console.",
       {domain_option(complete_running_domains)},
       ttyconsole},
      {"vncdisplay",
       "a domain's VNC screen",
       "Prints address and number of the domain's VNC screen.",
       {domain_option(complete_running_domains)},
       vncdisplay},
  };
}

}  // namespace vireo::virsh
