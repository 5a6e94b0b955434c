// SPDX-License-Identifier: LGPL-2.1-or-later
// A function of one of the small libraries is one row: its name, its arguments' names and their declarations.
// libvirt.so.0 has the function itself, as vireo_NAME of its private version; the types are the header's.
#pragma once

#define FORWARD(name, arguments, ...)     \
  extern "C" decltype(name) vireo_##name; \
  extern "C" auto name(__VA_ARGS__)->decltype(vireo_##name arguments) { return vireo_##name arguments; }
