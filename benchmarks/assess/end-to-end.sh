#!/bin/sh
# Judges a file of points from end to end (read twice, judged, a row with its sentence for each reading) and says how long
# it took, how much memory the process held at most, and how many readings came out how.
#
#   end-to-end.sh POINTS.csv [HEAP]
#
# POINTS.csv has the columns id,x,y,landuse,ph,cd,hg,as,pb,cr,cu,ni,zn; landuse is 0 paddy, 1 dry land, 2 orchard.
# HEAP is the largest heap of the JVM (256m). JINGTU names another launcher than that of this checkout.
set -eu

points=$1
heap=${2:-256m}
home=$(cd "$(dirname "$0")/../.." && pwd)
jingtu=${JINGTU:-$home/jingtu}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

awk -F, 'BEGIN { OFS = "," } NR > 1 { $4 = $4 == 0 ? "PADDY" : $4 == 1 ? "OTHER" : "ORCHARD" } { print }' \
  "$points" >"$work/points.csv"

printf 'cores %s, heap -Xmx%s\n' "$(nproc)" "$heap"
printf 'load before %s\n' "$(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
printf 'in  %s rows, %s bytes\n' "$(($(wc -l <"$work/points.csv") - 1))" "$(wc -c <"$work/points.csv")"
code=0
JINGTU_OPTS=-Xmx$heap env time -f 'wall %e s, user %U s, system %S s, peak memory %M KB' \
  "$jingtu" assess "$work/points.csv" --standard 'GB 15618-2018' --out "$work/out.csv" 2>"$work/err" || code=$?
tail -n 1 "$work/err"
# 1 says: done, with findings.
[ "$code" -le 1 ] || { cat "$work/err" >&2; exit "$code"; }
printf 'out %s rows, %s bytes, %s\n' "$(($(wc -l <"$work/out.csv") - 1))" "$(wc -c <"$work/out.csv")" "exit code $code"
cut -d, -f14 "$work/out.csv" | tail -n +2 | sort | uniq -c
