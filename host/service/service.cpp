#include "service/service.h"

#include "record/data_folder.h"
#include "version.h"

namespace optoutlog::record {
class Record {};
}  // namespace optoutlog::record

namespace optoutlog::service {

Service::Service() : now_(nullptr) {}
Service::Service(std::filesystem::path folder, Now now) : folder_(std::move(folder)), now_(now) {}
Service::~Service() = default;

Result<json> Service::call(const std::string& method, const json& params) {
  if (method == "hello") return hello(params);
  return Error(errors::kMethodUnknown, "This host does not know the method. Update it, or call hello for its list.");
}

Result<json> Service::hello(const json& params) {
  if (params.contains("protocol") && params["protocol"] != 1)
    return Error(errors::kProtocolUnsupported, "This host speaks protocol 1. Update the older of the two.",
                 {{"supported", {1}}});
  return json{{"name", "optoutlog-host"}, {"version", kVersion}, {"protocol", 1},
              {"capabilities", {"hello"}}, {"schema", 1}, {"entries", 0}};
}

}  // namespace optoutlog::service
