#pragma once
#include <catch2/catch.hpp>

#include "record/sample.h"
#include "service/service.h"

// A log of its own, and its exports as whole texts.
namespace sample {

struct ExportFixture {
  Folder folder;
  service::Service service{folder.path(), sample::clock};
  ExportFixture() { set_clock("2026-11-23T18:00:00.000Z"); }

  void record(const json& entry) { REQUIRE(service.call("record", {{"entries", {entry}}}).ok()); }
  void record_many(int count) {
    for (int done = 0; done < count; done += 500) {
      json entries = json::array();
      for (int i = 0; i < 500; ++i)
        entries.push_back(reading({{"control", "c" + std::to_string(done + i)}}));
      REQUIRE(service.call("record", {{"entries", entries}}).ok());
    }
  }
  std::string whole(const char* format, json params = json::object(), int* pages = nullptr) {
    params["format"] = format;
    std::string text;
    for (;;) {
      const auto page = service.call("export", params);
      if (!page) throw std::runtime_error(page.error().message);
      CHECK(page->dump().size() < 1048576);
      CHECK((*page)["format"] == format);
      text += (*page)["text"].get<std::string>();
      if (pages != nullptr) ++*pages;
      if ((*page)["next"].is_null()) return text;
      params["cursor"] = (*page)["next"];
    }
  }
};

}  // namespace sample
