#!/bin/sh
# What Maven calls for this module: `install` the packages where the lock file has changed, `build` the
# application where a source has, `check` it (types, rules, unit tests). Each keeps a stamp, so that a
# second build costs nothing.
set -eu
cd "$(dirname "$0")"

for tool in node npm; do
  command -v $tool >/dev/null 2>&1 || {
    echo "The web application is built with Node.js 20.19 or newer and npm; $tool was not found." >&2
    echo "Debian: apt-get install nodejs npm. To build without the web application: -Dskip.web" >&2
    exit 1
  }
done
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' || {
  echo "The web application is built with Node.js 20.19 or newer; this is $(node --version)." >&2
  exit 1
}

sum_of() { cat "$@" | cksum; }

sources() {
  find src public build.sh index.html package.json package-lock.json tsconfig.json vite.config.ts eslint.config.js \
    -type f -print | LC_ALL=C sort
}

# Runs a command unless the stamp $1 already holds the sum $2, and writes the stamp when it has run well.
once() {
  stamp=$1 sum=$2
  shift 2
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then return 0; fi
  rm -f "$stamp"
  "$@"
  mkdir -p "$(dirname "$stamp")"
  printf '%s\n' "$sum" >"$stamp"
}

for step in "$@"; do
  case $step in
    install) once node_modules/.installed "$(sum_of package-lock.json)" npm ci --ignore-scripts --no-audit --no-fund ;;
    build) once target/classes/.built "$(sources | tr '\n' '\0' | xargs -0 cat | cksum)" npm run --silent build ;;
    check) once target/checked "$({ sources; echo ../server/openapi.json; } | tr '\n' '\0' | xargs -0 cat | cksum)" npm run --silent check ;;
    *) echo "unknown step: $step" >&2 && exit 2 ;;
  esac
done
