# SPDX-License-Identifier: LGPL-2.1-or-later
# What `cmake --install` puts below a prefix beside what src/api, src/daemon and src/virsh install. The tree is relocatable:
# programs look for the library in ../lib, the pkg-config file computes its prefix.
install(FILES ${CMAKE_SOURCE_DIR}/docs/man/libvirtd.8 DESTINATION share/man/man8)
# Only examples of where the system's own places begin: an administrator copies or links them.
install(FILES ${CMAKE_SOURCE_DIR}/packaging/libvirtd.conf DESTINATION share/libvirt)
configure_file(${CMAKE_SOURCE_DIR}/packaging/libvirtd.service.in ${CMAKE_BINARY_DIR}/libvirtd.service @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/libvirtd.service ${CMAKE_SOURCE_DIR}/packaging/libvirtd.socket
              ${CMAKE_SOURCE_DIR}/packaging/libvirtd-ro.socket DESTINATION lib/systemd/system)
