// SPDX-License-Identifier: LGPL-2.1-or-later
// Times and their medians. All times are in microseconds.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace vireo::bench {

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

class Stopwatch {
 public:
  double us() const {
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The median over `count` calls of `work`, after a tenth of as many that are not counted.
template <typename Work>
double median_of(int count, Work work) {
  std::vector<double> times;
  for (int i = -count / 10; i < count; ++i) {
    Stopwatch watch;
    work();
    if (i >= 0) times.push_back(watch.us());
  }
  return median(times);
}

}  // namespace vireo::bench
