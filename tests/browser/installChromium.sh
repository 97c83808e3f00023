#!/usr/bin/env bash
# Installs Debian's Chromium where it is missing, and prints where it is.
set -euo pipefail
command -v chromium >/dev/null || { apt-get update -q && apt-get install -yq --no-install-recommends chromium; } >&2
command -v chromium
