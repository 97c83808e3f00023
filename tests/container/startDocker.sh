#!/usr/bin/env bash
# Makes sure that Docker answers and can build with BuildKit. Where it is missing, and only as root on Debian, it is
# installed and started, without a network of its own. Ends with 1 where that cannot be done.
set -uo pipefail
configuration=$(realpath "$(dirname "${BASH_SOURCE[0]}")/dockerd.json")
if ! docker info >/dev/null 2>&1; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || exit 1
  command -v dockerd >/dev/null || { apt-get update -q && apt-get install -yq --no-install-recommends docker.io; } >&2
  echo "starting dockerd" >&2
  # overlay2 keeps what images share once; vfs, which copies every layer whole, is left for kernels without it. After a
  # daemon that was killed, the first start may end by itself: it meets what the other left, and clears it.
  for driver in overlay2 overlay2 vfs vfs; do
    setsid dockerd --config-file="$configuration" --storage-driver=$driver >>/var/log/snaplabel-dockerd.log 2>&1 </dev/null &
    daemon=$!
    for _ in $(seq 100); do
      docker info >/dev/null 2>&1 && break 2
      kill -0 "$daemon" 2>/dev/null || break
      sleep 0.3
    done
    sleep 1
  done
fi
docker info >/dev/null 2>&1 || exit 1
docker buildx version >/dev/null 2>&1 && exit 0
plugins=$HOME/.docker/cli-plugins
mkdir -p "$plugins"
GOBIN=$plugins go install github.com/docker/buildx/cmd/buildx@v0.38.2 && mv "$plugins/buildx" "$plugins/docker-buildx"
