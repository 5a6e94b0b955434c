// SPDX-License-Identifier: LGPL-2.1-or-later
// Lets the user change a text in an editor. The temporary file ends with the call, whatever happens.
#pragma once

#include <functional>
#include <string>

#include "virsh/shell.hpp"

namespace vireo::virsh {

/// The edited text. Throws Failure when the editor cannot be run or fails.
std::string edit_text(const std::string& text, const std::string& suffix = ".xml");

struct EditSteps {
  std::function<std::string()> fetch;             ///< the object's present text
  std::function<void(const std::string&)> check;  ///< nothing, or a check before `apply`; may throw Failure
  std::function<void(const std::string&, bool force)> apply;  ///< throws Failure
  bool can_force = false;                                     ///< `apply` can do without validation
};

/// Edit, see that nobody else changed it meanwhile, apply; on an error ask whether to edit again.
/// False when the user left the text as it was.
bool edit_object(Shell& shell, const EditSteps& steps);

}  // namespace vireo::virsh
