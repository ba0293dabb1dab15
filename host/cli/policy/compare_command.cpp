// `optoutlog policy compare OLD NEW…`: the whole pipeline over files, offline.
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/answer.h"
#include "cli/policy/commands.h"
#include "cli/policy/print.h"
#include "cli/terminal.h"
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

nlohmann::json step_json(const Judgement& judgement, const Document& before,
                         const Document& after) {
  auto out = to_json(judgement, Detail::kChanges);
  out["old"] = to_json(before);
  out["new"] = to_json(after);
  return out;
}

bool worth_alook(const Judgement& judgement) {
  return judgement.verdict == Verdict::kAlert || judgement.verdict == Verdict::kCannotCompare;
}

// What is wrong with the options, in a sentence and the next step; nothing where they will do.
std::optional<std::pair<std::string, std::string>> wrong(const CompareOptions& options,
                                                         Context& context) {
  context.lang = options.lang;
  if (!options.at.empty()) {
    context.at = parse_iso(options.at);
    if (!context.at || options.at.size() != 10)
      return std::pair("'" + options.at + "' is no day.",
                       "Write it as year-month-day, for example: --at 2026-01-15");
  }
  if (options.lang.empty() || terms_for(options.lang) != nullptr) return std::nullopt;
  std::string known;
  for (const TermList& list : all_terms()) known += (known.empty() ? "" : ", ") + list.language;
  return std::pair("There is no term list for the language '" + options.lang + "'.",
                   "There are: " + known + ".");
}

// Each document against what was learned from those before it.
int judge_all(const CompareOptions& options, const std::vector<Document>& documents,
              const Context& context) {
  const bool sequence = documents.size() > 2;
  Memory memory;
  memory.baseline = documents[0];
  nlohmann::json steps = nlohmann::json::array();
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
      if (sequence) std::cout << (i > 1 ? "\n" : "") << cli::harmless(options.files[i]) << '\n';
      std::cout << print(judgement, options.all);
    }
    remember(memory, documents[i], judgement);
  }
  if (options.json)
    cli::print_json(sequence ? nlohmann::json{{"alerts", alerts}, {"steps", steps}} : steps[0]);
  return look ? 1 : 0;
}

int compare(const CompareOptions& options) {
  Context context;
  if (const auto fault = wrong(options, context))
    return cli::misused(fault->first, fault->second, options.json);
  std::vector<Document> documents;
  for (const std::string& file : options.files) {
    const auto bytes = read_file(file);
    if (!bytes)
      return cli::unreadable(file, "Name files with HTML, Markdown or text.", options.json);
    documents.push_back(extract(*bytes, kind_of(file, *bytes)));
  }
  return judge_all(options, documents, context);
}

}  // namespace

void add_compare(CLI::App& policy, cli::Chosen& chosen) {
  auto* command =
      policy.add_subcommand("compare", "Compare versions of a policy document kept in files");
  const auto options = std::make_shared<CompareOptions>();
  command
      ->add_option("FILES", options->files,
                   "Two files (HTML, Markdown or text), the older one first; more files are "
                   "compared one after the other, as the watch would see them")
      ->required()
      ->expected(2, 1000);
  command->add_option(
      "--lang", options->lang,
      "The language of the document: en, fr; de, es, it, ja, nl, pl, pt, zh are not validated yet");
  command->add_option("--at", options->at,
                      "The day of the newest reading (2026-01-15): tells announced from in force");
  command->add_flag("--all", options->all, "Show every change, not only the clauses");
  command->add_flag("--json", options->json, cli::kJsonHelp);
  command->callback([options, &chosen] { chosen = [options] { return compare(*options); }; });
}

}  // namespace optoutlog::policy
