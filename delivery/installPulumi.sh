#!/usr/bin/env bash
# Installs the Pulumi that the lockfile's SDK belongs to into ~/.pulumi/bin; nothing where it is there already.
# How: https://www.pulumi.com/docs/iac/download-install/; the digest comes from another host than the archive.
set -euo pipefail
version=$(node -p 'require("./package-lock.json").packages["node_modules/@pulumi/pulumi"].version')
[ "$("$HOME/.pulumi/bin/pulumi" version 2>/dev/null)" = "v$version" ] && exit 0
case $(uname -m) in aarch64 | arm64) machine=arm64 ;; *) machine=x64 ;; esac
archive=pulumi-v$version-linux-$machine.tar.gz
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
curl -fsSL "https://get.pulumi.com/releases/sdk/$archive" -o "$folder/$archive"
digests=$(curl -fsSL "https://github.com/pulumi/pulumi/releases/download/v$version/SHA512SUMS")
digest=$(awk -v archive="$archive" '{ sub(/^(\*|.*\/)/, "", $2) } $2 == archive { print $1 }' <<<"$digests")
echo "$digest  $folder/$archive" | sha512sum --check --status ||
  { echo "$archive: expected SHA-512 ${digest:-(none is published)}, got another; install Pulumi $version yourself" >&2 && exit 1; }
mkdir -p "$HOME/.pulumi/bin"
tar -xzf "$folder/$archive" --strip-components=1 -C "$HOME/.pulumi/bin"
