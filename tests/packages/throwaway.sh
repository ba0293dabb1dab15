#!/bin/sh
# Runs a command as root on a throw-away copy of this machine: what it writes, wherever, is gone
# afterwards.
#
#   throwaway.sh COMMAND…
#
# An overlay over / in a mount namespace of its own, with the writes in memory. /tmp, /run, /home
# and root's home are empty there; the repository is where it is. The kernel refuses this to users
# who are not root, and in some containers: then the exit status is 77, and one line says why.
set -eu
[ $# -gt 0 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "throwaway.sh: needs root, for mounting"; exit 77; }
if [ "${THROWAWAY:-}" != mounted ]; then
  unshare --mount --propagation private true 2>/dev/null ||
    { echo "throwaway.sh: no mount namespace can be made here"; exit 77; }
  folder=$(mktemp -d)
  status=0
  THROWAWAY=mounted unshare --mount --propagation private "$0" "$folder" "$@" || status=$?
  rmdir "$folder"
  exit $status
fi
folder=$1
shift
mount -t tmpfs -o mode=755 tmpfs "$folder"
mkdir "$folder/upper" "$folder/work" "$folder/root"
layers=lowerdir=/,upperdir=$folder/upper,workdir=$folder/work
mount -t overlay overlay -o "$layers" "$folder/root" 2>/dev/null ||
  { echo "throwaway.sh: no overlay can be mounted over / here"; exit 77; }
for each in proc sys dev; do mount --rbind "/$each" "$folder/root/$each"; done
for each in tmp run home root; do mount -t tmpfs -o mode=1777 tmpfs "$folder/root/$each"; done
unset THROWAWAY
here=$(pwd)
# A repository below one of the emptied folders is shown all the same.
case $here in
  /tmp/* | /run/* | /home/* | /root/*)
    mkdir -p "$folder/root$here"
    mount --bind "$here" "$folder/root$here"
    ;;
esac
exec chroot "$folder/root" /bin/sh -c 'cd "$0" && HOME=/root exec "$@"' "$here" "$@"
