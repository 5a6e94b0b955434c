// SPDX-License-Identifier: LGPL-2.1-or-later
// A byte stream over a descriptor of this process: the host's end of a guest's serial console or channel.
// Owns the descriptor; lives on the loop.
#pragma once

#include <memory>

#include "base/loop.hpp"
#include "driver/stream.hpp"

namespace vireo::qemu {

/// Takes over `fd` (any descriptor that can be polled) and makes it non-blocking. `name` is for messages.
std::unique_ptr<driver::ByteStream> make_fd_stream(Loop& loop, int fd, std::string name);

/// What a console user holds: `stream`, until another user forces him out by cutting the line.
class Line {
 public:
  virtual ~Line() = default;
  virtual void cut() = 0;
};

/// The same, with a handle by which the owner of the line can end the stream.
std::pair<std::unique_ptr<driver::ByteStream>, std::weak_ptr<Line>> make_line(Loop& loop, int fd,
                                                                              std::string name);

}  // namespace vireo::qemu
