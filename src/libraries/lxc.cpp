// SPDX-License-Identifier: LGPL-2.1-or-later
// libvirt-lxc.so.0: what only LXC guests have. libvirt.so.0 does the work.
#include <libvirt/libvirt-lxc.h>

#include "libraries/forward.hpp"

// clang-format off: one row a function
FORWARD(virDomainLxcEnterCGroup, (domain, flags), virDomainPtr domain, unsigned int flags)
FORWARD(virDomainLxcEnterNamespace, (domain, nfdlist, fdlist, noldfdlist, oldfdlist, flags),
        virDomainPtr domain, unsigned int nfdlist, int* fdlist, unsigned int* noldfdlist, int** oldfdlist,
        unsigned int flags)
FORWARD(virDomainLxcEnterSecurityLabel, (model, label, oldlabel, flags), virSecurityModelPtr model,
        virSecurityLabelPtr label, virSecurityLabelPtr oldlabel, unsigned int flags)
FORWARD(virDomainLxcOpenNamespace, (domain, fdlist, flags), virDomainPtr domain, int** fdlist,
        unsigned int flags)
// clang-format on
