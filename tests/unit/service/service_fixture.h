#pragma once
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "record/computer.h"

// The log program's methods over a record in a folder of its own.
using namespace sample;

namespace {

struct ServiceFixture : Computer {
  ServiceFixture() { set_clock("2026-11-23T18:00:00.000Z"); }

  Error error(const std::string& method, const json& params = json::object()) {
    auto result = service.call(method, params);
    if (result) throw std::runtime_error("accepted: " + result->dump());
    return result.error();
  }
  std::string field(const std::string& method, const json& params) {
    const Error refused = error(method, params);
    CHECK(refused.is(errors::kParamsInvalid));
    return refused.data["field"];
  }
  json record(const json& entry) { return ok("record", {{"entries", {entry}}})["results"][0]; }
};

}  // namespace
