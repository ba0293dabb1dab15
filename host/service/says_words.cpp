#include "service/says_words.h"

namespace optoutlog::service::says {

std::string text(const json& from, const char* member) {
  const auto found = from.find(member);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}
bool is_true(const json& from, const char* member) {
  const auto found = from.find(member);
  return found != from.end() && found->is_boolean() && found->get<bool>();
}
json object(const json& from, const char* member) {
  const auto found = from.find(member);
  return found != from.end() && found->is_object() ? *found : json();
}

bool is_switch(const About& about) {
  return about.kind == Kind::kSwitch;
}
std::string position(const About& about, const std::string& training) {
  if (is_switch(about)) return training == "denied" ? "off" : "on";
  return training;
}
std::string whose(const Voice& voice) {
  return voice.owner ? "the owner’s setting" : "your setting";
}
std::string who(const Voice& voice) {
  return voice.owner ? "the owner" : "you";
}
std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}
std::string adding(const char* before, const std::string& words) {
  return words.empty() ? words : before + words;
}

std::string fact(const About& about, const std::string& training, bool past, bool likely,
                 bool again, const Voice& voice) {
  const std::string maybe = likely ? "probably " : "";
  const std::string more = again ? " again" : "";
  const bool allowed = training == "allowed";
  std::string words;
  if (is_switch(about)) {
    words = about.name + "’s AI-training switch " + (past ? "was " : "is ") + maybe +
            position(about, training) + more;
  } else {
    words = whose(voice) + " on " + about.name + " ";
    if (allowed) {
      words += maybe + (past ? "allowed" : "allows");
    } else {
      words += maybe + (past ? "did not allow" : "does not allow");
    }
    words += " AI training" + about.by + more;
  }
  // What that means is only said where it was seen surely, and only of a permission.
  if (allowed && !likely && !about.others)
    words += ": " + about.name + (past ? " was allowed to use " : " may use ") +
             (voice.owner ? "the account’s data" : "your data") + " to train AI";
  return words;
}

std::string change(const About& about, const std::string& training, const Voice& voice) {
  if (is_switch(about))
    return who(voice) + " turned " + about.name + "’s AI-training switch " +
           position(about, training);
  return who(voice) + " changed " + (voice.owner ? "the setting" : "your setting") + " on " +
         about.name + " to " + (training == "denied" ? "not allow" : "allow") + " AI training" +
         about.by;
}

std::string could_not(const About& about, const Voice& voice) {
  const std::string of =
      about.others  ? whose(voice) + " on " + about.name + " says about AI training by others"
      : voice.owner ? "the AI-training setting on " + about.name + " says"
                    : "your AI-training setting on " + about.name + " says";
  return (voice.owner ? "it could not be told what " : "we could not tell what ") + of;
}

}  // namespace optoutlog::service::says
