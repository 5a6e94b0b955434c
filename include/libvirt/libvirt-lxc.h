/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What only Linux containers have. Link with libvirt-lxc. */
#ifndef LIBVIRT_LXC_H
#define LIBVIRT_LXC_H

#include <libvirt/libvirt.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Moves the calling process into namespaces. Since 1.0.2. */
int virDomainLxcEnterNamespace(virDomainPtr domain, unsigned int nfdlist, int* fdlist,
                               unsigned int* noldfdlist, int** oldfdlist, unsigned int flags);

/** Opens the container's namespaces. Since 1.0.2. */
int virDomainLxcOpenNamespace(virDomainPtr domain, int** fdlist, unsigned int flags);

/** Gives the calling process the container's label. Since 1.0.4. */
int virDomainLxcEnterSecurityLabel(virSecurityModelPtr model, virSecurityLabelPtr label,
                                   virSecurityLabelPtr oldlabel, unsigned int flags);

/** Moves the calling process into the container's control group. Since 2.0.0. */
int virDomainLxcEnterCGroup(virDomainPtr domain, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_LXC_H */
