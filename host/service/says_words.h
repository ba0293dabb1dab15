#pragma once
#include "service/says.h"

// The words of which says.cpp (lines) and says_entry.cpp (entries) make their sentences. For these
// two alone.
namespace optoutlog::service::says {

using known::Kind;

// A member as text, as true, as an object; "" or null where it is none.
std::string text(const json& from, const char* member);
bool is_true(const json& from, const char* member);
json object(const json& from, const char* member);

// What the sentences need of the rules.
struct About {
  explicit About(const json& of)
      : platform(known::platform(text(of, "platform"))),
        control(known::control(text(of, "platform"), text(of, "control"))),
        name(known::name(text(of, "platform"))) {
    if (control != nullptr) kind = control->kind;
    others = platform != nullptr && platform->others;
    by = others ? " by others" : "";
  }
  const known::Platform* platform;
  const known::Control* control;
  std::string name;
  Kind kind = Kind::kSetting;
  bool others = false;
  std::string by;
};

bool is_switch(const About& about);
std::string position(const About& about, const std::string& training);  // "on", "denied"
std::string whose(const Voice& voice);                                  // "your setting"
std::string who(const Voice& voice);                                    // "you"
std::string capital(std::string words);
std::string adding(const char* before, const std::string& words);

// The state in the present or the past, without the full stop: "LinkedIn’s AI-training switch is
// off".
std::string fact(const About& about, const std::string& training, bool past, bool likely,
                 bool again, const Voice& voice);
// A person's change, as an event: "you turned LinkedIn’s AI-training switch off".
std::string change(const About& about, const std::string& training, const Voice& voice);
// "we could not tell what your AI-training setting on LinkedIn says".
std::string could_not(const About& about, const Voice& voice);

}  // namespace optoutlog::service::says
