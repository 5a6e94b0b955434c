// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/guest.hpp"

#include <array>
#include <span>

#include "drivers/test/picture.hpp"

namespace vireo::test_driver {

namespace {

struct Range {
  unsigned first, last;
};
constexpr std::array linux_codes = std::to_array<Range>({{0, 265},
                                                         {272, 279},
                                                         {288, 299},
                                                         {303, 318},
                                                         {320, 327},
                                                         {330, 337},
                                                         {352, 439},
                                                         {448, 451},
                                                         {464, 484},
                                                         {497, 506},
                                                         {512, 524}});
constexpr std::array xt_codes = std::to_array<Range>({{0, 95},
                                                      {99, 109},
                                                      {111, 121},
                                                      {123, 123},
                                                      {125, 126},
                                                      {57345, 57356},
                                                      {57358, 57360},
                                                      {57362, 57385},
                                                      {57387, 57398},
                                                      {57400, 57439},
                                                      {57443, 57453},
                                                      {57455, 57465},
                                                      {57467, 57467},
                                                      {57469, 57469}});
constexpr std::array atset2_codes = std::to_array<Range>(
    {{0, 1},         {3, 7},         {9, 15},        {17, 22},       {26, 30},       {33, 39},
     {41, 47},       {49, 55},       {58, 63},       {65, 70},       {73, 78},       {81, 82},
     {84, 85},       {88, 91},       {93, 93},       {95, 95},       {97, 100},      {102, 103},
     {105, 109},     {112, 127},     {131, 131},     {57360, 57362}, {57364, 57365}, {57368, 57368},
     {57375, 57377}, {57379, 57379}, {57383, 57384}, {57387, 57387}, {57391, 57392}, {57394, 57394},
     {57396, 57396}, {57399, 57400}, {57402, 57403}, {57407, 57408}, {57416, 57416}, {57418, 57418},
     {57421, 57421}, {57424, 57424}, {57434, 57434}, {57438, 57438}, {57449, 57449}, {57451, 57452},
     {57455, 57458}, {57460, 57461}, {57463, 57463}, {57465, 57466}, {57469, 57469}});
constexpr std::array atset3_codes = std::to_array<Range>({{0, 0},
                                                          {7, 63},
                                                          {65, 71},
                                                          {73, 79},
                                                          {82, 82},
                                                          {84, 103},
                                                          {105, 118},
                                                          {121, 122},
                                                          {124, 131},
                                                          {133, 135},
                                                          {139, 142},
                                                          {145, 145},
                                                          {147, 152},
                                                          {154, 163}});
constexpr std::array os_x_codes = std::to_array<Range>(
    {{0, 51}, {53, 65}, {67, 67}, {69, 69}, {71, 76}, {78, 107}, {109, 111}, {113, 126}, {255, 255}});
constexpr std::array xt_kbd_codes = std::to_array<Range>({{0, 95},
                                                          {99, 109},
                                                          {111, 121},
                                                          {123, 123},
                                                          {125, 126},
                                                          {257, 268},
                                                          {270, 272},
                                                          {274, 297},
                                                          {299, 310},
                                                          {312, 351},
                                                          {355, 365},
                                                          {367, 377},
                                                          {379, 379},
                                                          {381, 381}});
constexpr std::array usb_codes = std::to_array<Range>(
    {{0, 0}, {4, 48}, {50, 119}, {121, 125}, {133, 133}, {135, 140}, {144, 148}, {182, 183}, {224, 251}});
constexpr std::array win32_codes = std::to_array<Range>({{0, 2},
                                                         {4, 6},
                                                         {8, 9},
                                                         {13, 13},
                                                         {17, 22},
                                                         {26, 29},
                                                         {32, 42},
                                                         {44, 57},
                                                         {65, 93},
                                                         {95, 135},
                                                         {144, 145},
                                                         {160, 161},
                                                         {163, 163},
                                                         {165, 180},
                                                         {186, 192},
                                                         {219, 222},
                                                         {226, 226},
                                                         {242, 242},
                                                         {250, 251}});
constexpr std::array qnum_codes = std::to_array<Range>({{0, 95},
                                                        {99, 109},
                                                        {111, 121},
                                                        {123, 123},
                                                        {125, 126},
                                                        {129, 140},
                                                        {142, 144},
                                                        {146, 169},
                                                        {171, 182},
                                                        {184, 223},
                                                        {227, 237},
                                                        {239, 249},
                                                        {251, 251},
                                                        {253, 253}});

struct Codeset {
  const char* name;
  std::span<const Range> codes;
};
/// By virKeycodeSet; codes that no key has are refused.
const std::array codesets = {
    Codeset{"linux", linux_codes},   Codeset{"xt", xt_codes},         Codeset{"atset1", xt_codes},
    Codeset{"atset2", atset2_codes}, Codeset{"atset3", atset3_codes}, Codeset{"os_x", os_x_codes},
    Codeset{"xt_kbd", xt_kbd_codes}, Codeset{"usb", usb_codes},       Codeset{"win32", win32_codes},
    Codeset{"qnum", qnum_codes},
};

void check_code(const Codeset& set, unsigned code) {
  const bool known = std::any_of(set.codes.begin(), set.codes.end(), [&](const Range& range) {
    return code >= range.first && code <= range.last;
  });
  if (!known)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "invalid keycode {} of {} codeset", code, set.name);
}

/// Signals that libvirt has numbers for: virDomainProcessSignal.
constexpr unsigned signals = VIR_DOMAIN_PROCESS_SIGNAL_RT32 + 1;

/// Bytes that are all there from the beginning.
class MemoryStream final : public driver::ByteStream {
 public:
  explicit MemoryStream(std::vector<std::byte> bytes) : bytes_(std::move(bytes)) {}

  std::optional<std::size_t> try_read(std::span<std::byte> to) override {
    const auto count = std::min(to.size(), bytes_.size() - next_);
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(next_), count, to.begin());
    next_ += count;
    return count;
  }
  std::optional<std::size_t> try_write(std::span<const std::byte>) override {
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_STREAMS, "a screenshot can only be read");
  }
  Task<unsigned> wait(unsigned wanted) override { co_return readiness() & wanted; }
  void on_change(std::function<void()>) override {}
  unsigned readiness() const override { return static_cast<unsigned>(driver::Readiness::readable); }
  Task<void> finish() override { co_return; }
  void abort() noexcept override {}

 private:
  std::vector<std::byte> bytes_;
  std::size_t next_ = 0;
};

}  // namespace

Task<driver::StreamWith<std::optional<std::string>>> Guest::screenshot(DomainRef ref, std::uint32_t,
                                                                       std::uint32_t flags) {
  check_flags(flags, 0, "testDomainScreenshot");
  hypervisor_.find(ref);
  driver::StreamWith<std::optional<std::string>> picture;
  picture.stream = std::make_unique<MemoryStream>(test_picture());
  picture.value = "image/png";
  co_return picture;
}

Task<void> Guest::inject_nmi(DomainRef ref, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainInjectNMI");
  running(hypervisor_, ref);
  co_return;
}

Task<void> Guest::send_key(DomainRef ref, std::uint32_t codeset, std::uint32_t,
                           driver::List<std::uint32_t, 16> codes, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainSendKey");
  running(hypervisor_, ref);
  if (codeset >= codesets.size()) throw bad_value("Unsupported codeset '{}'", codeset);
  for (unsigned code : codes) check_code(codesets[codeset], code);
  co_return;
}

Task<void> Guest::send_process_signal(DomainRef ref, std::int64_t pid, std::uint32_t signal,
                                      std::uint32_t flags) {
  check_flags(flags, 0, "testDomainSendProcessSignal");
  hypervisor_.find(ref);
  if (pid != 1) throw bad_value("only sending a signal to pid 1 is supported");
  if (signal >= signals) throw bad_value("signum value {} is out of range", signal);
  co_return;
}

}  // namespace vireo::test_driver
