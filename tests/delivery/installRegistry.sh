#!/usr/bin/env bash
# Installs Debian's docker-registry where it is missing, without its service: the pipeline starts its own.
set -euo pipefail
command -v docker-registry >/dev/null && exit 0
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || exit 1
{ apt-get update -q && apt-get install -yq --no-install-recommends docker-registry; } >&2
pkill docker-registry || true
