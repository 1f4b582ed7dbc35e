#!/bin/sh
# Installs the Debian packages named as arguments. Runs as root.
# No database cluster of the system is created: ours are private and lie in var/.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt="apt-get -y --no-install-recommends -o DPkg::Lock::Timeout=300"
settings=/etc/postgresql-common/createcluster.conf

$apt update
case " $* " in
*" postgresql "*)
  $apt install postgresql-common
  # A copy left by a run that was killed is the original: never overwrite it.
  [ -e "$settings.before" ] || cp -p "$settings" "$settings.before"
  trap 'mv "$settings.before" "$settings"' EXIT
  echo "create_main_cluster = false" >>"$settings"
  ;;
esac
$apt install "$@"
