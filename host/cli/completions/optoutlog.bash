# bash completion of optoutlog
_optoutlog() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} words=''
  case $previous in
    --browser) words=$(optoutlog register --list 2>/dev/null | cut -d' ' -f1) ;;
    --format) words='json csv html bundle' ;;
    --out | --host | --host-path | --ca | --crl | --against) COMPREPLY=($(compgen -f -- "$current")); return ;;
    --user-data-dir | --root) COMPREPLY=($(compgen -d -- "$current")); return ;;
    --authority) words='freetsa sectigo sigstore' ;;
    --by) words='app mail form other' ;;
    --platform | --control | --account | --source | --before | --limit | --since | --until | --retract | --timeout | --unit | --on | --note | --policy) return ;;
    *)
      if [ "$COMP_CWORD" -eq 1 ]; then
        words='status history show open declare export verify picture witness stamp import erase set-aside register unregister doctor policy --help --version'
      else
        case $command in
          status) words='--json --platform --needs-look --utc --help' ;;
          show) words='--json --utc --help' ;;
          open) words='--print --json --help' ;;
          history) words='--json --details --platform --control --account --source --before --limit --since --until --all --utc --help' ;;
          declare) words='denied allowed sent confirmed accepted refused was-me was-not-me taken-back --retract --account --unit --on --by --note --json --help' ;;
          export) words='--out --format --platform --account --language --force --json --help' ;;
          verify | import) words='--json --utc --help'; [ "$command" = import ] && words+=' --list --remove --erase-too'; [ "$command" = verify ] && words+=' --ca --against'; [[ $current == -* ]] || { COMPREPLY=($(compgen -f -- "$current")); return; } ;;
          picture) words='--out --force --json --help' ;;
          witness) words='--account --unit --json --help' ;;
          stamp) words='--authority --ca --crl --policy --list --json --help' ;;
          erase) words='--platform --account --all --dry-run --yes --json --help' ;;
          set-aside) words='--yes --json --help' ;;
          register) words='--browser --system --plan --list --force --host --user-data-dir --root --host-path --json --help' ;;
          unregister) words='--browser --system --plan --force --root --json --help' ;;
          doctor) words='--json --browser --user-data-dir --all --timeout --root --help' ;;
          policy) words='compare list check show read add remove follow unfollow on off export --json --help' ;;
        esac
      fi
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _optoutlog optoutlog
