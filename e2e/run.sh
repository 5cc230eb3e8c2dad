#!/bin/sh
# Runs the browser tests against the packaged product with the system's Chromium (or the one in $CHROMIUM). Debian's
# chromium-headless-shell is the same engine without a window and needs two thirds of the time: where it is, it is taken.
# Without one they are left out in one line; with CI=true only where testing/may-skip.txt lists `chromium`.
set -eu
cd "$(dirname "$0")"

chromium=${CHROMIUM:-/usr/bin/chromium-headless-shell}
[ -n "${CHROMIUM:-}" ] || [ -x "$chromium" ] || chromium=/usr/bin/chromium
if [ ! -x "$chromium" ]; then
  if [ "${CI:-}" = true ] && ! grep -q '^chromium:' ../testing/may-skip.txt; then
    echo "Browser tests need Chromium, and CI may not leave them out. Debian: apt-get install chromium-headless-shell" >&2
    exit 1
  fi
  echo "SKIPPED browser tests: no Chromium at $chromium (Debian: apt-get install chromium-headless-shell)"
  exit 0
fi
command -v npm >/dev/null 2>&1 || {
  echo "Browser tests need Node.js 20.19 or newer and npm. Debian: apt-get install nodejs npm" >&2
  exit 1
}

stamp=node_modules/.installed
sum=$(cksum <package-lock.json)
if [ ! -f $stamp ] || [ "$(cat $stamp)" != "$sum" ]; then
  npm ci --ignore-scripts --no-audit --no-fund
  printf '%s\n' "$sum" >$stamp
fi
CHROMIUM=$chromium exec npx playwright test "$@"
