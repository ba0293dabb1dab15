// The words of an entry, and what they mean.
#include "record/entry.h"

namespace optoutlog::record {

std::string_view to_word(Training training) {
  switch (training) {
    case Training::kAllowed:
      return words::training::kAllowed;
    case Training::kDenied:
      return words::training::kDenied;
    case Training::kUnknown:
      break;
  }
  return words::training::kUnknown;
}

std::string_view to_word(Basis basis) {
  switch (basis) {
    case Basis::kDeclared:
      return words::basis::kDeclared;
    case Basis::kForm:
      return words::basis::kForm;
    case Basis::kSeen:
      break;
  }
  return words::basis::kSeen;
}

std::optional<Training> training_of(std::string_view word) {
  for (const Training t : {Training::kUnknown, Training::kAllowed, Training::kDenied})
    if (to_word(t) == word) return t;
  return std::nullopt;
}

std::optional<Basis> basis_of(std::string_view word) {
  for (const Basis b : {Basis::kSeen, Basis::kDeclared, Basis::kForm})
    if (to_word(b) == word) return b;
  return std::nullopt;
}

How how_of(std::string_view word) {
  if (word == words::how::kLoaded) return How::kLoaded;
  return word == words::how::kChanged ? How::kChanged : How::kNone;
}

}  // namespace optoutlog::record
