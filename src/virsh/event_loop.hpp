// SPDX-License-Identifier: LGPL-2.1-or-later
// The library's event loop on a thread of its own, and a way for a command to wait for what it brings.
#pragma once

#include <atomic>
#include <thread>

namespace vireo::virsh {

/// Registers the library's default loop and turns it until the object ends.
class EventThread {
 public:
  EventThread();
  ~EventThread();
  EventThread(const EventThread&) = delete;
  EventThread& operator=(const EventThread&) = delete;

 private:
  std::atomic<bool> stop_ = false;
  int timer_ = -1;
  std::thread thread_;
};

/// One wait: ended by done(), by Ctrl-C (which then does not end the program), by the loss of the connection
/// or by a timeout.
class EventWait {
 public:
  enum class End { event, interrupted, lost, timed_out };

  EventWait();
  ~EventWait();
  EventWait(const EventWait&) = delete;
  EventWait& operator=(const EventWait&) = delete;

  /// `timeout` in milliseconds, 0 for none.
  End wait(int timeout);
  /// From any thread.
  void done();
  /// The connection is gone: ends the wait there is, if there is one. From any thread.
  static void connection_lost();

 private:
  int pipe_[2] = {-1, -1};
  struct Previous;
  Previous* previous_;
};

}  // namespace vireo::virsh
