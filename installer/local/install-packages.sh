#!/bin/sh
# Installs the Debian packages named as arguments. Runs as root.
# No database cluster of the system is created, no service of it started: ours are private and lie in var/.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt="apt-get -y --no-install-recommends -o DPkg::Lock::Timeout=300"
settings=/etc/postgresql-common/createcluster.conf
policy=/usr/sbin/policy-rc.d

tidy() {
  [ ! -e "$settings.before" ] || mv "$settings.before" "$settings"
  [ -z "${ours:-}" ] || rm -f "$policy"
}
trap tidy EXIT
if [ ! -e "$policy" ]; then
  ours=yes
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi

$apt update
case " $* " in
*" postgresql "*)
  $apt install postgresql-common
  # A copy left by a run that was killed is the original: never overwrite it.
  [ -e "$settings.before" ] || cp -p "$settings" "$settings.before"
  echo "create_main_cluster = false" >>"$settings"
  ;;
esac
$apt install "$@"
