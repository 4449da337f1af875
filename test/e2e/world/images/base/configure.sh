#!/bin/sh
# Makes the folder $1, which debootstrap filled, as small as an image of Debian and the same on every machine.
set -eu

cat >"$1/etc/apt/apt.conf.d/gig-ci-world" <<'APT'
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
APT::Install-Recommends "false";
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb"; };
APT
cat >"$1/etc/dpkg/dpkg.cfg.d/gig-ci-world" <<'DPKG'
path-exclude /usr/share/doc/*
path-exclude /usr/share/info/*
path-exclude /usr/share/locale/*
path-exclude /usr/share/man/*
DPKG
for folder in usr/share/doc usr/share/info usr/share/locale usr/share/man var/cache/apt var/lib/apt/lists var/log; do
  find "$1/$folder" -mindepth 1 -delete
done
mkdir -p "$1/var/cache/apt/archives/partial"
: >"$1/etc/machine-id"
rm -f "$1/etc/resolv.conf" "$1/etc/hostname"
