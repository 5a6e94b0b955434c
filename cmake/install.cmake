# SPDX-License-Identifier: LGPL-2.1-or-later
# What `cmake --install` puts below a prefix beside what src/api and src/virsh install. The tree is relocatable:
# programs look for the library in ../lib, the pkg-config file computes its prefix.
install(TARGETS libvirtd RUNTIME DESTINATION sbin)
install(FILES ${CMAKE_SOURCE_DIR}/docs/man/libvirtd.8 DESTINATION share/man/man8)
