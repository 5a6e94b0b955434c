// SPDX-License-Identifier: LGPL-2.1-or-later
// Boost.JSON's own code, compiled once for the whole project.
#include <boost/json/src.hpp>
