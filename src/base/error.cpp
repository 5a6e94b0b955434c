// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/error.hpp"

#include <boost/system/system_error.hpp>
#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>

#include "base/error_texts.hpp"

namespace vireo {

std::string_view error_text(int code, bool with_detail) {
  auto texts = error_texts();
  if (code < 0 || static_cast<std::size_t>(code) >= texts.size()) return with_detail ? "%s" : "unknown error";
  return with_detail ? texts[code].format : texts[code].plain;
}

namespace {

std::string fill(std::string_view format, std::string_view detail) {
  auto at = format.find("%s");
  std::string text(format.substr(0, at));
  text += detail;
  text += format.substr(at + 2);
  return text;
}

ErrorData make_data(int code, int domain, std::string detail) {
  ErrorData data{.code = code, .domain = domain};
  if (detail.empty()) {
    data.message = error_text(code, false);
    data.str1 = data.message;
    return data;
  }
  auto format = error_text(code, true);
  data.message = fill(format, detail);
  data.str1 = std::string(format);
  data.str2 = std::move(detail);
  return data;
}

ErrorData from_standard(int code, const std::exception& cause) {
  return make_data(code, VIR_FROM_NONE, cause.what());
}

template <class SystemError>
ErrorData from_system(const SystemError& cause) {
  if (cause.code().value() == ECANCELED)
    return make_data(VIR_ERR_OPERATION_ABORTED, VIR_FROM_NONE, "cancelled");
  auto data = from_standard(VIR_ERR_SYSTEM_ERROR, cause);
  data.int1 = cause.code().value();
  return data;
}

}  // namespace

Error::Error(int code, int domain, std::string detail) : data_(make_data(code, domain, std::move(detail))) {}

Error Error::caused_by(const std::exception& cause) const {
  ErrorData data = data_;
  auto append = [&](std::string& text) { text.append(": ").append(cause.what()); };
  if (!data.str2) {
    // An error without detail gets the cause as its detail, in the words of the code's format.
    auto detailed = make_data(data.code, data.domain, cause.what());
    data.message = std::move(detailed.message);
    data.str1 = std::move(detailed.str1);
    data.str2 = std::move(detailed.str2);
    return Error(std::move(data));
  }
  append(data.message);
  append(*data.str2);
  return Error(std::move(data));
}

std::string errno_text(int errno_value) {
  char buffer[128];
  return ::strerror_r(errno_value, buffer, sizeof buffer);
}

Error system_error(int errno_value, int domain, std::string_view message) {
  auto detail =
      message.empty() ? errno_text(errno_value) : fmt::format("{}: {}", message, errno_text(errno_value));
  auto data = make_data(VIR_ERR_SYSTEM_ERROR, domain, std::move(detail));
  data.int1 = errno_value;
  return Error(std::move(data));
}

ErrorData current_error() noexcept try {
  try {
    throw;
  } catch (const Error& error) {
    return error.data();
  } catch (const std::bad_alloc&) {
    return make_data(VIR_ERR_NO_MEMORY, VIR_FROM_NONE, {});
  } catch (const std::system_error& error) {
    return from_system(error);
  } catch (const boost::system::system_error& error) {
    return from_system(error);
  } catch (const std::exception& error) {
    return from_standard(VIR_ERR_INTERNAL_ERROR, error);
  } catch (...) {
    return make_data(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "exception of unknown type");
  }
} catch (...) {
  // No memory to describe the error: this text fits without allocation.
  return ErrorData{.code = VIR_ERR_NO_MEMORY, .message = "out of memory"};
}

}  // namespace vireo
