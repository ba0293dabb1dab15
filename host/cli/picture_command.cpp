#include <iostream>
#include <memory>

#include "base/base64.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "service/service.h"

// The pictures of pages that were kept with readings: listed, and given out one by one.
namespace optoutlog::cli {
namespace {

struct PictureChoice {
  std::string number;
  std::string out;
  bool force = false;
  bool json = false;
};

void print_picture(const json& picture) {
  const std::string file = text(picture, "file");
  const json of = picture.value("of", json::object());
  const json covered = picture.value("covered", json(0));
  std::cout << paint(Paint::kBold, "#" + picture.value("seq", json(0)).dump()) << "  "
            << local_time(text(picture, "at")) << "  "
            << harmless(text(picture, "platform") + "/" + text(picture, "control") + "  " +
                        text(picture, "account"))
            << "\n";
  std::string words = picture.value("width", json(0)).dump() + " × " +
                      picture.value("height", json(0)).dump() + " pixels, " +
                      picture.value("bytes", json(0)).dump() + " bytes, kept with entry #" +
                      of.value("seq", json(0)).dump() + ".";
  if (covered != 0) words += " You made parts of it black: " + covered.dump() + ".";
  say(words, 2);
  if (file == "missing") say("Its file is missing.", 2, Paint::kRed);
  if (file == "altered") say("Its file is not what was kept.", 2, Paint::kRed);
}

int list_pictures(const PictureChoice& choice) {
  service::Service service;
  const auto answer = service.call("pictures", json::object());
  if (!answer) return fail(answer.error(), choice.json);
  if (choice.json) {
    print_json(*answer);
    return 0;
  }
  const json& pictures = answer->at("pictures");
  for (const json& picture : pictures) print_picture(picture);
  if (pictures.empty())
    say("There are no pictures. In the extension, after a page was read: \"Keep a picture as "
        "evidence\".");
  else
    say("A picture shows what was on the screen when it was taken. It is no proof that it is "
        "genuine. Take one out with: optoutlog picture NUMBER --out FILE");
  return 0;
}

int run_picture(const PictureChoice& choice) {
  if (choice.number.empty() && choice.out.empty()) return list_pictures(choice);
  const std::string digits = choice.number.substr(choice.number.rfind('#', 0) == 0 ? 1 : 0);
  if (choice.out.empty() || digits.empty() || digits.size() > 15 ||
      digits.find_first_not_of("0123456789") != std::string::npos)
    return misused("Say which picture, and into which file.",
                   "For example: optoutlog picture 12 --out page.jpg", choice.json);
  const std::filesystem::path target = install::from_utf8(choice.out);
  std::error_code error;
  if (!choice.force && std::filesystem::exists(std::filesystem::symlink_status(target, error)))
    return fail(Trouble{"file.exists",
                        2,
                        choice.out + " is there already; nothing was written.",
                        "Name another file, or add --force to replace it.",
                        {{"path", choice.out}}},
                choice.json);
  service::Service service;
  json picture;
  const auto bytes = whole_picture(service, std::stoll(digits), picture);
  if (!bytes && bytes.error().is(errors::kParamsInvalid))
    return misused("There is no picture with the number " + digits + ".",
                   "List them: optoutlog picture", choice.json);
  if (!bytes) return fail(bytes.error(), choice.json);
  if (const int why = write_whole(*bytes, target); why != 0)
    return unwritable(choice.out, why,
                      "Name a file in a folder that you may write to, on a disk that has room.",
                      choice.json);
  if (choice.json) {
    picture["path"] = choice.out;
    print_json(picture);
    return 0;
  }
  say("Written: " + choice.out + " (" + text(picture, "media") +
      "). It shows what was on the screen; give it only to whom you choose.");
  return 0;
}

}  // namespace

Result<std::string> whole_picture(service::Service& service, std::int64_t seq, json& told) {
  std::string bytes;
  json params = {{"seq", seq}};
  do {
    auto page = service.call("picture-part", params);
    if (!page) return page.error();
    bytes += from_base64(text(*page, "data")).value_or("");
    params["from"] = page->at("next");
    page->erase("data");
    page->erase("next");
    told = std::move(*page);
  } while (!params["from"].is_null());
  return bytes;
}

void add_picture(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<PictureChoice>();
  CLI::App* command = app.add_subcommand(
      "picture", "The pictures of pages that you kept, and one of them as a file");
  command->add_option("NUMBER", choice->number, "Which one: the number of its entry");
  command->add_option("--out", choice->out, "The file to write it to")->type_name("FILE");
  command->add_flag("--force", choice->force, "Replace the file if it is there");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer("For example: optoutlog picture 12 --out page.jpg");
  command->callback([choice, &chosen] { chosen = [choice] { return run_picture(*choice); }; });
}

}  // namespace optoutlog::cli
