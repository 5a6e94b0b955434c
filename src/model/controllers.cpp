// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/controllers.hpp"

namespace vireo::model {

Controller& insert_controller(Domain& domain, Controller controller) {
  auto place = domain.controllers.begin();
  while (place != domain.controllers.end() &&
         !(place->type == controller.type && place->index > controller.index))
    ++place;
  return *domain.controllers.insert(place, std::move(controller));
}

}  // namespace vireo::model
