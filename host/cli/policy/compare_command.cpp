// `optoutlog policy compare OLD NEW…`: the whole pipeline over files, offline.
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/policy/commands.h"
#include "cli/policy/print.h"
#include "cli/policy/terminal.h"
#include "policy/judge/judge.h"
#include "policy/judge/judgement_json.h"

namespace optoutlog::policy {
namespace {

struct CompareOptions {
  std::vector<std::string> files;
  std::string lang, at;
  bool json = false, all = false;
};

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes;
  // One byte more than is allowed tells "too large" without reading a film.
  bytes.resize(kMaxBytes + 1);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad()) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

[[noreturn]] void fail(const std::string& message) {
  std::cerr << message << '\n';
  throw CLI::RuntimeError(2);
}

nlohmann::ordered_json step_json(const Judgement& judgement, const Document& before, const Document& after) {
  auto out = to_json(judgement, Detail::kChanges);
  out["old"] = to_json(before);
  out["new"] = to_json(after);
  return out;
}

bool worth_alook(const Judgement& judgement) {
  return judgement.verdict == Verdict::kAlert || judgement.verdict == Verdict::kCannotCompare;
}

void compare(const CompareOptions& options) {
  Context context;
  context.lang = options.lang;
  if (!options.at.empty()) {
    context.at = parse_iso(options.at);
    if (!context.at || options.at.size() != 10)
      fail("--at takes a day such as 2026-01-15; \"" + options.at + "\" is none.");
  }
  if (!options.lang.empty() && terms_for(options.lang) == nullptr) {
    std::string known;
    for (const TermList& list : all_terms()) known += (known.empty() ? "" : ", ") + list.language;
    fail("There is no term list for the language \"" + options.lang + "\". There are: " + known + ".");
  }
  std::vector<Document> documents;
  for (const std::string& file : options.files) {
    const auto bytes = read_file(file);
    if (!bytes) fail("Cannot read " + file + ". Name files with HTML, Markdown or text.");
    documents.push_back(extract(*bytes, kind_of(file, *bytes)));
  }

  const Style style{terminal::colours(),
                    terminal::is_terminal() ? std::min<std::size_t>(terminal::columns(), 100) : 0,
                    options.all};
  const bool sequence = documents.size() > 2;
  Memory memory;
  memory.baseline = documents[0];
  nlohmann::ordered_json steps = nlohmann::ordered_json::array();
  std::size_t alerts = 0;
  bool look = false;
  for (std::size_t i = 1; i < documents.size(); ++i) {
    const Judgement judgement = judge(memory, documents[i], context);
    alerts += judgement.verdict == Verdict::kAlert;
    look = look || worth_alook(judgement);
    if (options.json) {
      steps.push_back(step_json(judgement, memory.baseline, documents[i]));
      steps.back()["file"] = options.files[i];
    } else {
      if (sequence) std::cout << (i > 1 ? "\n" : "") << options.files[i] << '\n';
      std::cout << print(judgement, style);
    }
    remember(memory, documents[i], judgement);
  }
  if (options.json) {
    const auto replace = nlohmann::ordered_json::error_handler_t::replace;
    if (sequence)
      std::cout << nlohmann::ordered_json{{"alerts", alerts}, {"steps", steps}}.dump(2, ' ', false, replace)
                << '\n';
    else
      std::cout << steps[0].dump(2, ' ', false, replace) << '\n';
  }
  std::cout.flush();
  if (look) throw CLI::RuntimeError(1);
}

}  // namespace

void add_compare_command(CLI::App& policy) {
  auto* command = policy.add_subcommand("compare", "Compare versions of a policy document kept in files");
  const auto options = std::make_shared<CompareOptions>();
  command
      ->add_option("FILES", options->files,
                   "Two files (HTML, Markdown or text), the older one first; more files are\n"
                   "compared one after the other, as the watch would see them")
      ->required()
      ->expected(2, 1000);
  command->add_option("--lang", options->lang,
                      "The language of the document: en, fr; de, es, it, nl, pl, pt are not validated yet");
  command->add_option("--at", options->at,
                      "The day of the newest reading (2026-01-15): tells announced from in force");
  command->add_flag("--all", options->all, "Show every change, not only the clauses");
  command->add_flag("--json", options->json, "Print the judgement as JSON (POLICY.md)");
  command->callback([options] { compare(*options); });
}

}  // namespace optoutlog::policy
