# SPDX-License-Identifier: LGPL-2.1-or-later
# What `cmake --install` puts below a prefix, beside the programs that their own folders install.
# The tree is relocatable: programs look for the library in ../lib, the pkg-config file computes its prefix.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/include/libvirt DESTINATION include FILES_MATCHING PATTERN "*.h")
set(VIREO_API_VERSION 9.0.0) # the libvirt whose interface this is; what programs ask pkg-config for
configure_file(${CMAKE_SOURCE_DIR}/packaging/libvirt.pc.in ${CMAKE_BINARY_DIR}/libvirt.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/libvirt.pc DESTINATION lib/pkgconfig)
install(FILES ${CMAKE_SOURCE_DIR}/docs/man/libvirtd.8 DESTINATION share/man/man8)
