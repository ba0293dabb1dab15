#pragma once
#include "base/error.h"

// Errors of the policy watch, beside those of base/error.h. POLICY.md has the table; appended, never
// reused.
namespace optoutlog::policy::errors {
inline constexpr ErrorKind kOff{"policy.off", -32060, 60};
inline constexpr ErrorKind kDocumentUnknown{"policy.document-unknown", -32061, 61};
inline constexpr ErrorKind kUrlRefused{"policy.url-refused", -32062, 62};
inline constexpr ErrorKind kChangeUnknown{"policy.change-unknown", -32063, 63};
inline constexpr ErrorKind kCheckRunning{"policy.check-running", -32064, 64};
inline constexpr ErrorKind kCaptureInvalid{"policy.capture-invalid", -32065, 65};
inline constexpr ErrorKind kStoreBusy{"policy.store-busy", -32066, 66};
inline constexpr ErrorKind kStoreFull{"policy.store-full", -32067, 67};
inline constexpr ErrorKind kStoreCorrupt{"policy.store-corrupt", -32068, 68};
inline constexpr ErrorKind kStoreNewer{"policy.store-newer", -32069, 69};
inline constexpr ErrorKind kStoreForeign{"policy.store-foreign", -32070, 71};
inline constexpr ErrorKind kStoreIo{"policy.store-io", -32071, 72};
}  // namespace optoutlog::policy::errors
