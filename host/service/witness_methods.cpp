#include "record/record.h"
#include "record/witness.h"
#include "service/params.h"
#include "service/service.h"

// The method of witnesses: `witness` keeps what a file in public said, as the policy host fetched
// it. This program opens no connection.
namespace optoutlog::service {

Result<json> Service::witness(const json& params) {
  const auto id = optional_text(params, "id", 36);
  if (!id || !*id || !record::is_uuid(**id)) return invalid_param("id", "a UUID of 36 characters");
  const auto of = subject_of(params);
  if (!of) return of.error();
  if (!record::witness_said(params))
    return invalid_param("says",
                         "what a witness said: at, url, status, bytes, sha256, says, why, away, "
                         "missing and signal, as the policy host answers to policy.witness");
  const auto opened = open(false);
  if (!opened) return opened.error();
  if (*opened == nullptr) return no_reading();
  const auto kept = (*opened)->keep_witness(**id, *of, params);
  if (!kept) return kept.error();
  if (kept->seq == 0) return no_reading();
  return json{{"seq", kept->seq},
              {"effect", record::to_word(kept->added ? record::Effect::kRecorded
                                                     : record::Effect::kDuplicate)}};
}

}  // namespace optoutlog::service
