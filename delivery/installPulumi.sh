#!/usr/bin/env bash
# Installs the Pulumi that the lockfile's SDK belongs to into ~/.pulumi/bin; nothing where it is there already.
# How: https://www.pulumi.com/docs/iac/download-install/
set -euo pipefail
version=$(node -p 'require("./package-lock.json").packages["node_modules/@pulumi/pulumi"].version')
[ "$("$HOME/.pulumi/bin/pulumi" version 2>/dev/null)" = "v$version" ] && exit 0
case $(uname -m) in aarch64 | arm64) machine=arm64 ;; *) machine=x64 ;; esac
mkdir -p "$HOME/.pulumi/bin"
curl -fsSL "https://get.pulumi.com/releases/sdk/pulumi-v$version-linux-$machine.tar.gz" |
  tar -xz --strip-components=1 -C "$HOME/.pulumi/bin"
