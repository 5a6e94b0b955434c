// SPDX-License-Identifier: LGPL-2.1-or-later
// What may follow on a command line: commands, options, names of domains and other objects.
#pragma once

#include <string>
#include <vector>

#include "virsh/shell.hpp"

namespace vireo::virsh {

/// `words` is one command so far; the last one (possibly empty) is the one to be completed.
/// Connects, without a word, when an object's name is wanted.
std::vector<std::string> complete_words(Shell& shell, const Words& words);

}  // namespace vireo::virsh
