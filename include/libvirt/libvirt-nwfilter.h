/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Filters of network traffic and their bindings to ports. */
#ifndef LIBVIRT_NWFILTER_H
#define LIBVIRT_NWFILTER_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Handles ---------------------------------------------------------------------------------------- */

typedef struct _virNWFilter virNWFilter;
typedef virNWFilter* virNWFilterPtr;

typedef struct _virNWFilterBinding virNWFilterBinding;
typedef virNWFilterBinding* virNWFilterBindingPtr;

/* ---- Bindings --------------------------------------------------------------------------------------- */

/** Since 7.8.0. */
typedef enum {
  VIR_NWFILTER_BINDING_CREATE_VALIDATE = 1 << 0,
} virNWFilterBindingCreateFlags;

/** Lists network filter bindings that pass a filter. Since 4.5.0. */
int virConnectListAllNWFilterBindings(virConnectPtr conn, virNWFilterBindingPtr** bindings,
                                      unsigned int flags);

/** Makes a network filter binding from XML. Since 4.5.0. */
virNWFilterBindingPtr virNWFilterBindingCreateXML(virConnectPtr conn, const char* xml, unsigned int flags);

/** Deletes a network filter binding. Since 4.5.0. */
int virNWFilterBindingDelete(virNWFilterBindingPtr binding);

/** Gives a reference to a network filter binding handle back. Since 4.5.0. */
int virNWFilterBindingFree(virNWFilterBindingPtr binding);

/** Returns the filter's name; it belongs to the handle. Since 4.5.0. */
const char* virNWFilterBindingGetFilterName(virNWFilterBindingPtr binding);

/** Returns the port's device; it belongs to the handle. Since 4.5.0. */
const char* virNWFilterBindingGetPortDev(virNWFilterBindingPtr binding);

/** Returns the XML of a network filter binding; free() it. Since 4.5.0. */
char* virNWFilterBindingGetXMLDesc(virNWFilterBindingPtr binding, unsigned int flags);

/** Finds a network filter binding by its port's device. Since 4.5.0. */
virNWFilterBindingPtr virNWFilterBindingLookupByPortDev(virConnectPtr conn, const char* portdev);

/** Takes another reference to a network filter binding handle. Since 4.5.0. */
int virNWFilterBindingRef(virNWFilterBindingPtr binding);

/* ---- Filters ---------------------------------------------------------------------------------------- */

/** Since 7.7.0. */
typedef enum {
  VIR_NWFILTER_DEFINE_VALIDATE = 1 << 0,
} virNWFilterDefineFlags;

/** Lists the names of network filters. Since 0.8.0. */
int virConnectListNWFilters(virConnectPtr conn, char** const names, int maxnames);

/** Counts network filters. Since 0.8.0. */
int virConnectNumOfNWFilters(virConnectPtr conn);

/** Defines a network filter from XML. Since 0.8.0. */
virNWFilterPtr virNWFilterDefineXML(virConnectPtr conn, const char* xmlDesc);

/** Gives a reference to a network filter handle back. Since 0.8.0. */
int virNWFilterFree(virNWFilterPtr nwfilter);

/** Returns the name of a network filter; it belongs to the handle. Since 0.8.0. */
const char* virNWFilterGetName(virNWFilterPtr nwfilter);

/** Stores the 16 bytes of the UUID of a network filter. Since 0.8.0. */
int virNWFilterGetUUID(virNWFilterPtr nwfilter, unsigned char* uuid);

/** Stores the UUID of a network filter as text. Since 0.8.0. */
int virNWFilterGetUUIDString(virNWFilterPtr nwfilter, char* buf);

/** Returns the XML of a network filter; free() it. Since 0.8.0. */
char* virNWFilterGetXMLDesc(virNWFilterPtr nwfilter, unsigned int flags);

/** Finds a network filter by its name. Since 0.8.0. */
virNWFilterPtr virNWFilterLookupByName(virConnectPtr conn, const char* name);

/** Finds a network filter by the 16 bytes of its UUID. Since 0.8.0. */
virNWFilterPtr virNWFilterLookupByUUID(virConnectPtr conn, const unsigned char* uuid);

/** Finds a network filter by its UUID as text. Since 0.8.0. */
virNWFilterPtr virNWFilterLookupByUUIDString(virConnectPtr conn, const char* uuidstr);

/** Takes another reference to a network filter handle. Since 0.8.0. */
int virNWFilterRef(virNWFilterPtr nwfilter);

/** Removes the definition of a network filter. Since 0.8.0. */
int virNWFilterUndefine(virNWFilterPtr nwfilter);

/** Lists network filters that pass a filter. Since 0.10.2. */
int virConnectListAllNWFilters(virConnectPtr conn, virNWFilterPtr** filters, unsigned int flags);

/** Defines a network filter from XML, with flags. Since 7.7.0. */
virNWFilterPtr virNWFilterDefineXMLFlags(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_NWFILTER_H */
