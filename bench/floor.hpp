// SPDX-License-Identifier: LGPL-2.1-or-later
// What the kernel and QEMU alone cost: the floors that calls and starts are compared with.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace vireo::bench {

/// Microseconds of one exchange of so many bytes with a forked peer over a unix socket, median.
double ping_pong(int count, std::size_t request, std::size_t reply);

/// Microseconds from spawning a paused QEMU until it has answered qmp_capabilities. Ends it again.
double spawn_to_qmp(std::vector<std::string> argv);

}  // namespace vireo::bench
