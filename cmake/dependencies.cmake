# SPDX-License-Identifier: LGPL-2.1-or-later
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(fmt REQUIRED)
find_package(pugixml REQUIRED)
if(VIREO_TESTS)
  find_package(GTest REQUIRED)
  find_package(ZLIB)  # tests against recorded answers, when there are any
endif()

# Asio without its deprecated half, compiled once (src/base/asio.cpp).
add_library(vireo_asio INTERFACE)
target_compile_definitions(vireo_asio INTERFACE BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)
target_link_libraries(vireo_asio INTERFACE Boost::boost Threads::Threads)
