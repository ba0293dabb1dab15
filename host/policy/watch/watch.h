#pragma once
#include <string>
#include <vector>

#include "policy/watch/fetch.h"
#include "policy/watch/store.h"

// The state machine of a document: look → extract → gate → known? → diff → score → confirm → tell.
namespace optoutlog::policy {

// What one look came to. `state` is one of POLICY.md's "States of a check".
struct Outcome {
  Look look;                           // to be saved
  std::optional<StoredChange> change;  // to be told
  std::vector<std::string> texts;      // kept with the change
};

// A page as it came in: from the network or from the user's browser.
struct Page {
  std::string bytes, charset;
  std::string final_url;
  std::string capture;  // "fetch" or "page"
  std::string etag, last_modified, served;
  long status = 0;
};

// Whether the look succeeded in saying something about the text.
bool is_good(const std::string& state);

// Follows the text through the gates and moves the look on. Pure but for the clock it is given.
Outcome consume(const Watched& document, Look look, const Page& page, Millis now);

// The look after a fetch that brought no page (its state and detail are the fetch's own).
Look failed(Look look, const Fetched& fetched, Millis now);

// Why the document is not to be fetched now, or nothing: "needs-page", "asked-to-wait",
// "checked-today".
std::optional<std::string> not_now(const Watched& document, const Look& look, Millis now,
                                   bool asked);

// Fetches the document and follows its text. `look` is what was kept of it.
Outcome check(const Watched& document, const Look& look, Fetcher& fetcher,
              const std::atomic<bool>& cancelled, Millis now);

}  // namespace optoutlog::policy
