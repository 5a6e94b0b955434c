// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/progress.hpp"

#include <cstdio>
#include <thread>

#include "virsh/event_loop.hpp"

namespace vireo::virsh {
namespace {

constexpr int look_every = 500;  // milliseconds

void show(const char* label, unsigned long long remaining, unsigned long long total) {
  int percent = 100;
  if (total && remaining) {
    percent = static_cast<int>(100 - remaining * 100 / total);
    if (percent >= 100) percent = 99;  // not done while something remains
  }
  std::fprintf(stderr, "\r%s: [%3d %%]", label, percent);
  std::fflush(stderr);
}

}  // namespace

int run_with_progress(const Domain& domain, const char* label, bool verbose,
                      const std::function<int()>& job) {
  EventWait wait;
  int result = -1;
  std::thread worker([&] {
    result = job();
    wait.done();
  });
  for (;;) {
    EventWait::End end = wait.wait(verbose ? look_every : 0);
    if (end == EventWait::End::event) break;
    if (end == EventWait::End::interrupted) virDomainAbortJob(domain.get());
    virDomainJobInfo info{};
    if (end == EventWait::End::timed_out && virDomainGetJobInfo(domain.get(), &info) == 0) {
      show(label, info.dataRemaining, info.dataTotal);
    }
  }
  worker.join();
  if (verbose && result >= 0) show(label, 0, 1);
  if (verbose) std::fputs("\n", stderr);
  return result;
}

}  // namespace vireo::virsh
