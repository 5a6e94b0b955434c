// SPDX-License-Identifier: LGPL-2.1-or-later
// The same for the test programs.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/precompiled.hpp"
