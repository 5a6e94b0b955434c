// SPDX-License-Identifier: LGPL-2.1-or-later
// One measurement of one daemon through one library; run.py runs them in turn and makes the table.
// usage: vireo-bench floor QEMU-ARG... | vireo-bench LIBRARY URI WHAT [ARG...]     Prints "name value" lines.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <thread>

#include "api.hpp"
#include "floor.hpp"
#include "measure.hpp"

namespace vireo::bench {
namespace {

using Arguments = std::vector<std::string>;

void print(const std::string& name, double value) { std::printf("%s %.3f\n", name.c_str(), value); }

std::string read_file(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string with_name(std::string xml, const std::string& name) {
  return xml.replace(xml.find("@NAME@"), 6, name);
}

void one_call(const Api& api, virConnectPtr connection) {
  unsigned long version = 0;
  api.check(api.ConnectGetLibVersion(connection, &version) == 0, "virConnectGetLibVersion");
}

/// Calls per second of `threads` threads that share `connections` connections.
double rate(const Api& api, const std::string& uri, int threads, int connections) {
  std::vector<virConnectPtr> open;
  for (int i = 0; i < connections; ++i) open.push_back(api.open(uri));
  std::atomic<bool> end = false;
  std::atomic<long> calls = 0;
  std::vector<std::jthread> workers;
  Stopwatch watch;
  for (int i = 0; i < threads; ++i)
    workers.emplace_back([&, connection = open[static_cast<std::size_t>(i % connections)]] {
      long mine = 0;
      for (; !end; ++mine) one_call(api, connection);
      calls += mine;
    });
  usleep(1'000'000);
  end = true;
  workers.clear();
  const double result = static_cast<double>(calls) / watch.us() * 1e6;
  for (virConnectPtr connection : open) api.ConnectClose(connection);
  return result;
}

void rpc(const Api& api, const std::string& uri, const Arguments&) {
  virConnectPtr connection = api.open(uri);
  print("round_trip_us", median_of(20000, [&] { one_call(api, connection); }));
  api.ConnectClose(connection);
  for (int connections : {1, 8, 64})
    print("rate_" + std::to_string(connections), rate(api, uri, connections, connections));
  print("rate_shared_8", rate(api, uri, 8, 1));
  print("connect_close_us", median_of(200, [&] { api.ConnectClose(api.open(uri)); }));
}

/// fill FILE COUNT: defines that many domains.
void fill(const Api& api, const std::string& uri, const Arguments& arguments) {
  virConnectPtr connection = api.open(uri);
  const std::string xml = read_file(arguments.at(0));
  for (int i = 0; i < std::stoi(arguments.at(1)); ++i) {
    virDomainPtr domain = api.DomainDefineXML(connection, with_name(xml, "fill" + std::to_string(i)).c_str());
    api.check(domain != nullptr, "virDomainDefineXML");
    api.DomainFree(domain);
  }
  api.ConnectClose(connection);
}

int list(const Api& api, virConnectPtr connection) {
  virDomainPtr* domains = nullptr;
  const int count = api.ConnectListAllDomains(connection, &domains, 0);
  api.check(count >= 0, "virConnectListAllDomains");
  for (int i = 0; i < count; ++i) api.DomainFree(domains[i]);
  std::free(domains);
  return count;
}

/// reads: with domains fill0… defined.
void reads(const Api& api, const std::string& uri, const Arguments&) {
  virConnectPtr connection = api.open(uri);
  print("list_us", median_of(30, [&] { list(api, connection); }));
  int next = 0;
  print("lookup_us", median_of(2000, [&] {
          virDomainPtr domain =
              api.DomainLookupByName(connection, ("fill" + std::to_string(next++ % 2000)).c_str());
          api.check(domain != nullptr, "virDomainLookupByName");
          api.DomainFree(domain);
        }));
  virDomainPtr domain = api.DomainLookupByName(connection, "fill7");
  api.check(domain != nullptr, "virDomainLookupByName");
  print("xml_us", median_of(2000, [&] {
          char* xml = api.DomainGetXMLDesc(domain, 0);
          api.check(xml != nullptr, "virDomainGetXMLDesc");
          std::free(xml);
        }));
  api.DomainFree(domain);
  api.ConnectClose(connection);
}

/// define FILE: defines and undefines; both are durable when the call returns.
void define(const Api& api, const std::string& uri, const Arguments& arguments) {
  virConnectPtr connection = api.open(uri);
  const std::string xml = with_name(read_file(arguments.at(0)), "defined");
  std::vector<double> defined, undefined;
  for (int i = 0; i < 100; ++i) {
    Stopwatch watch;
    virDomainPtr domain = api.DomainDefineXML(connection, xml.c_str());
    defined.push_back(watch.us());
    api.check(domain != nullptr, "virDomainDefineXML");
    Stopwatch second;
    api.check(api.DomainUndefine(domain) == 0, "virDomainUndefine");
    undefined.push_back(second.us());
    api.DomainFree(domain);
  }
  print("define_us", median(defined));
  print("undefine_us", median(undefined));
  api.ConnectClose(connection);
}

/// guests FILE COUNT: one guest started paused and destroyed, again and again; then COUNT at a time.
void guests(const Api& api, const std::string& uri, const Arguments& arguments) {
  virConnectPtr connection = api.open(uri);
  const std::string xml = read_file(arguments.at(0));
  const int count = std::stoi(arguments.at(1));
  std::vector<virDomainPtr> domains;
  for (int i = 0; i < count; ++i) {
    domains.push_back(api.DomainDefineXML(connection, with_name(xml, "guest" + std::to_string(i)).c_str()));
    api.check(domains.back() != nullptr, "virDomainDefineXML");
  }
  std::vector<double> started, destroyed;
  for (int i = -1; i < 11; ++i) {
    Stopwatch watch;
    api.check(api.DomainCreateWithFlags(domains[0], VIR_DOMAIN_START_PAUSED) == 0,
              "virDomainCreateWithFlags");
    const double start = watch.us();
    Stopwatch second;
    api.check(api.DomainDestroy(domains[0]) == 0, "virDomainDestroy");
    if (i < 0) continue;
    started.push_back(start);
    destroyed.push_back(second.us());
  }
  print("start_paused_us", median(started));
  print("destroy_us", median(destroyed));
  Stopwatch watch;
  for (virDomainPtr domain : domains)
    api.check(api.DomainCreateWithFlags(domain, 0) == 0, "virDomainCreateWithFlags");
  print("start_all_us", watch.us());
  Stopwatch second;
  for (virDomainPtr domain : domains) api.check(api.DomainDestroy(domain) == 0, "virDomainDestroy");
  print("destroy_all_us", second.us());
  for (virDomainPtr domain : domains) {
    api.check(api.DomainUndefine(domain) == 0, "virDomainUndefine");
    api.DomainFree(domain);
  }
  api.ConnectClose(connection);
}

/// ready COUNT ARGV...: starts a daemon itself and waits until it lists COUNT domains; ends it again.
void ready(const Api& api, const std::string& uri, const Arguments& arguments) {
  const int count = std::stoi(arguments.at(0));
  std::vector<char*> argv;
  for (std::size_t i = 1; i < arguments.size(); ++i) argv.push_back(const_cast<char*>(arguments[i].c_str()));
  argv.push_back(nullptr);
  Stopwatch watch;
  const pid_t daemon = fork();
  if (daemon == 0) {
    if (std::freopen("/dev/null", "w", stderr) != nullptr) execvp(argv[0], argv.data());
    _exit(127);
  }
  int found = 0;
  while (found < count && watch.us() < 60e6) {
    virConnectPtr connection = api.ConnectOpen(uri.c_str());
    if (connection != nullptr) {
      found = list(api, connection);
      api.ConnectClose(connection);
    }
    if (found < count) usleep(500);
  }
  if (found == count) print("ready_us", watch.us());
  kill(daemon, SIGTERM);
  waitpid(daemon, nullptr, 0);
}

void floors(const Arguments& qemu) {
  // A call without arguments and its answer, a 64-bit number, are 28 and 36 bytes.
  print("ping_pong_us", ping_pong(20000, 28, 36));
  if (!qemu.empty()) {
    std::vector<double> times;
    for (int i = 0; i < 11; ++i) times.push_back(spawn_to_qmp(qemu));
    print("spawn_to_qmp_us", median(times));
  }
}

int run(const Arguments& arguments) {
  static const std::map<std::string, std::function<void(const Api&, const std::string&, const Arguments&)>>
      all{{"rpc", rpc},       {"fill", fill},     {"reads", reads},
          {"define", define}, {"guests", guests}, {"ready", ready}};
  if (!arguments.empty() && arguments[0] == "floor") {
    floors({arguments.begin() + 1, arguments.end()});
    return 0;
  }
  if (arguments.size() < 3 || !all.contains(arguments[2])) {
    std::fprintf(stderr, "usage: vireo-bench floor QEMU-ARG... | vireo-bench LIBRARY URI WHAT [ARG...]\n");
    return 2;
  }
  all.at(arguments[2])(Api(arguments[0]), arguments[1], {arguments.begin() + 3, arguments.end()});
  return 0;
}

}  // namespace
}  // namespace vireo::bench

int main(int argc, char** argv) {
  try {
    return vireo::bench::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "vireo-bench: %s\n", error.what());
    return 1;
  }
}
