#pragma once
#include "policy/text/slots.h"

// What one sentence claims about training, licences and rules, by its values and how near to each
// other they stand.
namespace optoutlog::policy::claims {

// A model is trained, developed or improved; or a thing that is no model is trained with data.
// `lead`: the values of the beginning of the list that the sentence is an item of.
bool trains(const Read& in, const Vocabulary& vocabulary, Values lead);

// The action is denied: "do not use … to train". A negation of the condition ("if you do not
// object"), of the data ("what is not public") or of another verb ("do not sell but use") is none.
bool is_denied(const Read& in, const Vocabulary& vocabulary);

// A right against AI or training is named to say that it is not there: "you can no longer opt out
// of training". In a condition it is not said, beyond a comma it is of something else, and where
// another way out is named all the same it is none.
bool refuses(const Read& in, const Vocabulary& vocabulary);

// A rule for the reader. A provider that is bound not to train is none.
bool forbids(const Read& in);

// The reader, not the platform, grants the licence.
bool licenses(const Read& in);

// Whether a data kind stands near what is done.
bool names_data(const Read& in);

// The plans that the sentence names: the kinds, and of proper names beside them how many, since a
// plan is renamed more often than exchanged.
std::string plans(const Read& in, std::string_view sentence, const Vocabulary& vocabulary);

}  // namespace optoutlog::policy::claims
