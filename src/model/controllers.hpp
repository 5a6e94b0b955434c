// SPDX-License-Identifier: LGPL-2.1-or-later
// The order of a definition's controllers.
#pragma once

#include "model/domain.hpp"

namespace vireo::model {

/// Puts `controller`, whose index is set, before the first of its type with a higher index, or at the end.
/// That order is interface: it shows in the XML. Returns it in its place; other references into the list are
/// gone.
Controller& insert_controller(Domain& domain, Controller controller);

}  // namespace vireo::model
