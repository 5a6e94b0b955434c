// SPDX-License-Identifier: LGPL-2.1-or-later
// Asio's own code, compiled once for the whole project.
#include <boost/asio/impl/src.hpp>
