# Sourced by the two uninstall.sh: where the log lies, and its removal. Nothing here runs by itself.
# shellcheck shell=sh

# Sets $data to the folder of the log, found as the programs find it: a relative XDG_DATA_HOME is
# ignored, a relative OPTOUTLOG_DATA refused.
find_log() {
  case ${OPTOUTLOG_DATA:-} in
    /*) data=$OPTOUTLOG_DATA; return 0 ;;
    '') ;;
    *)
      echo "uninstall.sh: OPTOUTLOG_DATA names a relative folder, where the programs keep no log." \
        "Set it to a full path, or unset it." >&2
      return 2
      ;;
  esac
  case ${XDG_DATA_HOME:-} in
    /*) data=$XDG_DATA_HOME/optoutlog ;;
    *) data=${HOME:?HOME is not set}/.local/share/optoutlog ;;
  esac
}

# The files of ours in $data, one a line, by name: the log, logs that were put aside, pictures,
# notes, the policy watch's data.
log_files() {
  for file in record.db record.db-journal record.damaged record-aside-*.db \
    record-aside-*.db-journal pictures/*.jpg pictures/*.png policy.db policy.db-journal \
    policy/policy.db policy/policy.db-journal; do
    if [ -e "$data/$file" ] || [ -L "$data/$file" ]; then echo "$file"; fi
  done
}

# erase_log COMMAND YES: asks, unless YES is not empty, and removes what log_files names; of other
# files, and of a record.db that is no log, nothing. Status 1: something of ours is still there, as
# it says; 2: not asked, nothing was done.
erase_log() {
  files=$(cd "$data" 2>/dev/null && log_files) || files=''
  if [ -z "$files" ]; then
    rmdir -- "$data/policy" "$data/pictures" 2>/dev/null || true
    rmdir -- "$data" 2>/dev/null || true
    echo "There is no log in $data."
    return 0
  fi
  if [ -z "$2" ]; then
    [ -t 0 ] || {
      echo "uninstall.sh: there is no terminal to ask on; the log was not erased." \
        "To erase it without being asked, add --yes." >&2
      return 2
    }
    printf 'Erase your log, and what was put aside of it, in %s? ' "$data"
    printf 'This cannot be taken back. [y/N] '
    read -r answer || answer=n
    case $answer in y | Y | yes) ;; *) echo "The log was not erased."; return 1 ;; esac
  fi
  foreign=''
  if [ -e "$data/record.db" ]; then
    # The log program overwrites the entries before their file goes; what it cannot read goes as it
    # is.
    erased=0
    said=$("$1" erase --all --yes 2>&1) || erased=$?
    case $erased in
      0) ;;
      20)
        printf '%s\n' "$said" >&2
        echo "uninstall.sh: the log is in use, and nothing of it was erased." \
          "Close your browsers and try again." >&2
        return 1
        ;;
      25)
        foreign=1
        echo "$data/record.db is not known as a log of ours, so it stays." \
          "If it is yours to remove, remove it by hand."
        ;;
      *) echo "The log could not be opened, so its file is removed as it is." ;;
    esac
  fi
  left=''
  for file in $files; do
    case $foreign$file in 1record.db | 1record.db-journal) continue ;; esac
    rm -f -- "$data/$file" || left=1
  done
  rmdir -- "$data/policy" "$data/pictures" 2>/dev/null || true
  rmdir -- "$data" 2>/dev/null || echo "$data holds other files and stays."
  [ -z "$left$foreign" ]
}
