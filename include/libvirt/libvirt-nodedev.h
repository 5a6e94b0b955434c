/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Devices of the machine. */
#ifndef LIBVIRT_NODEDEV_H
#define LIBVIRT_NODEDEV_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- The handle ------------------------------------------------------------------------------------- */

typedef struct _virNodeDevice virNodeDevice;
typedef virNodeDevice* virNodeDevicePtr;

/* ---- Devices ---------------------------------------------------------------------------------------- */

/** Since 0.10.2. */
VIR_WIDE_ENUM typedef enum {
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM = 1 << 0,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV = 1 << 1,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV = 1 << 2,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE = 1 << 3,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET = 1 << 4,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST = 1 << 5,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET = 1 << 6,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI = 1 << 7,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE = 1 << 8,
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST = 1 << 9,       /**< since 1.0.4 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS = 1 << 10,       /**< since 1.0.4 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC = 1 << 11, /**< since 1.1.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM = 1 << 12,          /**< since 3.1.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES = 1 << 13,   /**< since 3.4.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV = 1 << 14,         /**< since 3.4.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV = 1 << 15,      /**< since 3.4.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV = 1 << 16,      /**< since 6.8.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA = 1 << 17,         /**< since 6.9.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD = 1 << 18,      /**< since 7.0.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE = 1 << 19,     /**< since 7.0.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX = 1 << 20,    /**< since 7.0.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD = 1 << 21,          /**< since 7.9.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE = 1 << 30,         /**< since 7.3.0 */
  VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE = 1u << 31,          /**< since 7.3.0 */
} virConnectListAllNodeDeviceFlags;

/** Since 8.10.0. */
typedef enum {
  VIR_NODE_DEVICE_CREATE_XML_VALIDATE = 1 << 0,
} virNodeDeviceCreateXMLFlags;

/** Since 8.10.0. */
typedef enum {
  VIR_NODE_DEVICE_DEFINE_XML_VALIDATE = 1 << 0,
} virNodeDeviceDefineXMLFlags;

/** Gives a reference to a device handle back. Since 0.5.0. */
int virNodeDeviceFree(virNodeDevicePtr dev);

/** Returns the name of a device; it belongs to the handle. Since 0.5.0. */
const char* virNodeDeviceGetName(virNodeDevicePtr dev);

/** Returns the parent of a device. Since 0.5.0. */
const char* virNodeDeviceGetParent(virNodeDevicePtr dev);

/** Returns the XML of a device; free() it. Since 0.5.0. */
char* virNodeDeviceGetXMLDesc(virNodeDevicePtr dev, unsigned int flags);

/** Lists the names of a device's capabilities. Since 0.5.0. */
int virNodeDeviceListCaps(virNodeDevicePtr dev, char** const names, int maxnames);

/** Finds a device by its name. Since 0.5.0. */
virNodeDevicePtr virNodeDeviceLookupByName(virConnectPtr conn, const char* name);

/** Counts a device's capabilities. Since 0.5.0. */
int virNodeDeviceNumOfCaps(virNodeDevicePtr dev);

/** Lists the names of devices. Since 0.5.0. */
int virNodeListDevices(virConnectPtr conn, const char* cap, char** const names, int maxnames,
                       unsigned int flags);

/** Counts devices. Since 0.5.0. */
int virNodeNumOfDevices(virConnectPtr conn, const char* cap, unsigned int flags);

/** Takes another reference to a device handle. Since 0.6.0. */
int virNodeDeviceRef(virNodeDevicePtr dev);

/** Takes a device from its host driver, for a guest. Since 0.6.1. */
int virNodeDeviceDettach(virNodeDevicePtr dev);

/** Gives a device back to its host driver. Since 0.6.1. */
int virNodeDeviceReAttach(virNodeDevicePtr dev);

/** Resets a device. Since 0.6.1. */
int virNodeDeviceReset(virNodeDevicePtr dev);

/** Makes a device from XML. Since 0.6.3. */
virNodeDevicePtr virNodeDeviceCreateXML(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/** Stops a device. Since 0.6.3. */
int virNodeDeviceDestroy(virNodeDevicePtr dev);

/** Lists devices that pass a filter. Since 0.10.2. */
int virConnectListAllNodeDevices(virConnectPtr conn, virNodeDevicePtr** devices, unsigned int flags);

/** Finds a SCSI host by its world-wide names. Since 1.0.3. */
virNodeDevicePtr virNodeDeviceLookupSCSIHostByWWN(virConnectPtr conn, const char* wwnn, const char* wwpn,
                                                  unsigned int flags);

/** Takes a device from its host driver, for a guest. Since 1.0.5. */
int virNodeDeviceDetachFlags(virNodeDevicePtr dev, const char* driverName, unsigned int flags);

/** Starts a device. Since 7.3.0. */
int virNodeDeviceCreate(virNodeDevicePtr dev, unsigned int flags);

/** Defines a device from XML. Since 7.3.0. */
virNodeDevicePtr virNodeDeviceDefineXML(virConnectPtr conn, const char* xmlDesc, unsigned int flags);

/** Removes the definition of a device. Since 7.3.0. */
int virNodeDeviceUndefine(virNodeDevicePtr dev, unsigned int flags);

/** Stores 1 when a device starts with the daemon, else 0. Since 7.8.0. */
int virNodeDeviceGetAutostart(virNodeDevicePtr dev, int* autostart);

/** Returns 1 when a device is active, 0 or -1. Since 7.8.0. */
int virNodeDeviceIsActive(virNodeDevicePtr dev);

/** Returns 1 when a device is defined, 0 or -1. Since 7.8.0. */
int virNodeDeviceIsPersistent(virNodeDevicePtr dev);

/** Has a device started with the daemon, or not. Since 7.8.0. */
int virNodeDeviceSetAutostart(virNodeDevicePtr dev, int autostart);

/* ---- Events ----------------------------------------------------------------------------------------- */

/** Since 2.2.0. */
typedef enum {
  VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0,
  VIR_NODE_DEVICE_EVENT_ID_UPDATE = 1,
#ifdef VIR_ENUM_SENTINELS
  VIR_NODE_DEVICE_EVENT_ID_LAST = 2,
#endif
} virNodeDeviceEventID;

/** Since 2.2.0. */
typedef enum {
  VIR_NODE_DEVICE_EVENT_CREATED = 0,
  VIR_NODE_DEVICE_EVENT_DELETED = 1,
  VIR_NODE_DEVICE_EVENT_DEFINED = 2,   /**< since 7.3.0 */
  VIR_NODE_DEVICE_EVENT_UNDEFINED = 3, /**< since 7.3.0 */
#ifdef VIR_ENUM_SENTINELS
  VIR_NODE_DEVICE_EVENT_LAST = 4,
#endif
} virNodeDeviceEventLifecycleType;

/** Since 2.2.0. */
#define VIR_NODE_DEVICE_EVENT_CALLBACK(cb) ((virConnectNodeDeviceEventGenericCallback)(void (*)(void))(cb))

/** Told of an event of devices. Since 2.2.0. */
typedef void (*virConnectNodeDeviceEventGenericCallback)(virConnectPtr conn, virNodeDevicePtr dev,
                                                         void* opaque);

/** Told of an event of devices. Since 2.2.0. */
typedef void (*virConnectNodeDeviceEventLifecycleCallback)(virConnectPtr conn, virNodeDevicePtr dev,
                                                           int event, int detail, void* opaque);

/** Takes that function back. Since 2.2.0. */
int virConnectNodeDeviceEventDeregisterAny(virConnectPtr conn, int callbackID);

/** Has a function called at events of devices. Since 2.2.0. */
int virConnectNodeDeviceEventRegisterAny(virConnectPtr conn, virNodeDevicePtr dev, int eventID,
                                         virConnectNodeDeviceEventGenericCallback cb, void* opaque,
                                         virFreeCallback freecb);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_NODEDEV_H */
