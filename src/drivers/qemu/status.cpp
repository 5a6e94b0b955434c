// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "base/error.hpp"
#include "model/domain_xml.hpp"
#include "xml/document.hpp"
#include "xml/writer.hpp"

namespace vireo::qemu {
namespace {

constexpr std::array<std::string_view, 8> states{"no state", "running",  "blocked", "paused",
                                                 "shutdown", "shut off", "crashed", "pmsuspended"};
// Named as libvirt's status files name them; index = number.
constexpr std::string_view running_reasons[] = {
    "unknown",       "booted", "migrated", "restored",  "from snapshot",   "unpaused", "migration canceled",
    "save canceled", "wakeup", "crashed",  "post-copy", "post-copy failed"};
constexpr std::string_view paused_reasons[] = {
    "unknown",       "user",     "migration", "save",     "dump",        "ioerror",   "watchdog",
    "from snapshot", "shutdown", "snapshot",  "panicked", "starting up", "post-copy", "post-copy failed",
    "api error"};
constexpr std::string_view shutdown_reasons[] = {"unknown", "user"};
constexpr std::string_view shutoff_reasons[] = {"unknown", "shutdown", "destroyed",     "crashed", "migrated",
                                                "saved",   "failed",   "from snapshot", "daemon"};
constexpr std::string_view crashed_reasons[] = {"unknown", "panicked"};
constexpr std::string_view other_reasons[] = {"unknown"};

std::span<const std::string_view> reasons_of(int state) {
  switch (state) {
    case VIR_DOMAIN_RUNNING:
      return running_reasons;
    case VIR_DOMAIN_PAUSED:
      return paused_reasons;
    case VIR_DOMAIN_SHUTDOWN:
      return shutdown_reasons;
    case VIR_DOMAIN_SHUTOFF:
      return shutoff_reasons;
    case VIR_DOMAIN_CRASHED:
      return crashed_reasons;
    default:
      return other_reasons;
  }
}

int index_of(std::span<const std::string_view> names, std::string_view name) {
  auto found = std::ranges::find(names, name);
  return found == names.end() ? 0 : static_cast<int>(found - names.begin());
}

template <class T>
T number(const xml::Node& node, const char* attribute) {
  const char* text = node.attribute(attribute);
  T value{};
  std::string_view view = text ? text : "";
  auto [end, failed] = std::from_chars(view.data(), view.data() + view.size(), value);
  if (failed != std::errc() || end != view.data() + view.size())
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "status file: '{}' of <{}> is no number", attribute,
                node.name());
  return value;
}

std::string attribute(const xml::Node& node, const char* name) {
  const char* text = node.attribute(name);
  return text ? text : "";
}

void put(xml::Writer& out, std::string_view name, long long value) {
  out.attribute(name, fmt::format("{}", value));
}

void put_vcpus(xml::Writer& out, const std::vector<int>& threads) {
  if (threads.empty()) return;
  out.begin("vcpus");
  for (std::size_t i = 0; i < threads.size(); ++i) {
    out.begin("vcpu");
    put(out, "id", static_cast<long long>(i));
    put(out, "pid", threads[i]);
    out.end("vcpu");
  }
  out.end("vcpus");
}

void put_progress(xml::Writer& out, const Status& status) {
  out.begin("process");
  put(out, "start", static_cast<long long>(status.start_time));
  out.attribute("booted", status.booted ? "yes" : "no");
  if (status.guest_shutdown) out.attribute("off", "yes");
  out.end("process");
  for (const OwnerChange& owner : status.owners) {
    out.begin("owner");
    out.attribute("path", owner.path);
    put(out, "uid", owner.uid);
    put(out, "gid", owner.gid);
    out.end("owner");
  }
}

/// The <domain> element as it stands in the file.
std::string_view domain_text(std::string_view text) {
  std::size_t begin = text.find("\n  <domain ");
  std::size_t end = text.rfind("</domain>");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
    throw Error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "status file: no <domain> in it");
  return text.substr(begin, end + 9 - begin);
}

}  // namespace

std::string_view state_name(int state) {
  return state >= 0 && state < static_cast<int>(states.size()) ? states[static_cast<std::size_t>(state)]
                                                               : states[0];
}

std::string_view reason_name(int state, int reason) {
  auto names = reasons_of(state);
  return reason >= 0 && reason < static_cast<int>(names.size()) ? names[static_cast<std::size_t>(reason)]
                                                                : names[0];
}

std::string format_status(const Status& status) {
  xml::Writer out;
  out.begin("domstatus");
  out.attribute("state", state_name(status.state.state));
  out.attribute("reason", reason_name(status.state.state, status.state.reason));
  put(out, "pid", status.pid);
  out.begin("monitor");
  out.attribute("path", status.directory + "/monitor.sock");
  out.attribute("type", "unix");
  out.end("monitor");
  put_vcpus(out, status.vcpu_threads);
  put_progress(out, status);
  out.begin("libDir");
  out.attribute("path", status.directory);
  out.end("libDir");
  if (status.fake_reboot) {
    out.begin("fakereboot");
    out.end("fakereboot");
  }
  out.raw(model::format_domain(status.domain, {.secure = true, .indent = 1}));
  out.end("domstatus");
  return out.take();
}

Status parse_status_file(std::string_view text) {
  xml::Document document = xml::Document::parse(text, {}, VIR_FROM_QEMU);
  xml::Node root = document.root();
  if (std::string_view(root.name()) != "domstatus")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "status file: unexpected <{}>", root.name());
  Status status;
  status.state.state = index_of(states, attribute(root, "state"));
  status.state.reason = index_of(reasons_of(status.state.state), attribute(root, "reason"));
  status.pid = number<pid_t>(root, "pid");
  status.directory = attribute(root.child("libDir"), "path");
  xml::Node process = root.child("process");
  if (process) {
    status.start_time = number<std::uint64_t>(process, "start");
    status.booted = attribute(process, "booted") == "yes";
    status.guest_shutdown = attribute(process, "off") == "yes";
  }
  status.fake_reboot = static_cast<bool>(root.child("fakereboot"));
  for (pugi::xml_node vcpu : root.child("vcpus").raw().children("vcpu"))
    status.vcpu_threads.push_back(number<int>(xml::Node(vcpu, &document), "pid"));
  for (pugi::xml_node owner : root.raw().children("owner")) {
    xml::Node node(owner, &document);
    status.owners.push_back(
        {attribute(node, "path"), number<uid_t>(node, "uid"), number<gid_t>(node, "gid")});
  }
  status.domain =
      model::parse_domain(domain_text(text), {.inactive = false, .complete = false, .validate = false});
  return status;
}

}  // namespace vireo::qemu
