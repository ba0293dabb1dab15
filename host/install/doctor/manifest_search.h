#pragma once
#include <string>
#include <vector>

#include "install/register/browsers.h"
#include "install/register/manifest.h"

// The manifests of one host that a browser meets on its search, and what it makes of each.
namespace optoutlog::install {

struct Found {
  Place place;
  fs::path file;
  std::vector<Issue> issues;
  Manifest manifest;

  bool valid() const;
};

// In the order of the places; a place without a manifest gives nothing.
std::vector<Found> find_manifests(Family family, Os os, const std::string& host_name,
                                  const std::vector<Place>& places);

}  // namespace optoutlog::install
