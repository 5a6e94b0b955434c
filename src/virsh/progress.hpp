// SPDX-License-Identifier: LGPL-2.1-or-later
// A long operation on a domain, with its progress shown and Ctrl-C to abort it.
#pragma once

#include <functional>

#include "virsh/handles.hpp"

namespace vireo::virsh {

/// Runs `job` (which returns a negative number on failure) on a thread of its own. With `verbose`, shows
/// under `label` how far it is. Ctrl-C asks the library to abort the domain's job; the result is then the
/// job's own.
int run_with_progress(const Domain& domain, const char* label, bool verbose, const std::function<int()>& job);

}  // namespace vireo::virsh
