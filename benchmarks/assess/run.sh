#!/bin/bash
# Judging in columns beside numpy, DuckDB and data.table: the same points, one core, one run after the other, several
# times round. Every line ends in a digest (rows at or below screening, above it, above control; sum of the largest
# ratios) that must be the same for all.
#
#   POINTS   points_N.f64, with points_N.csv beside it
#   PEERS    the folder with rules_numpy.py, rules_dt.R, Duck.java and limits.csv
#   DUCKDB   duckdb_jdbc.jar
#   CLASSES  the class path of this module, for JudgePoints
#   JAVA     a java 25 (default: java); CORE: the core to run on (default: 0); TURNS: times round (default: 3)
set -eu
java=${JAVA:-java}
core=${CORE:-0}
folder=$(cd "$(dirname "$POINTS")" && pwd)
n=$(basename "$POINTS" .f64 | sed 's/points_//')
export BENCH_DATA=$folder OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

turn() {
  local name=$1
  shift
  echo "$name load=$(cut -d' ' -f1 /proc/loadavg) $(taskset -c "$core" "$@" 2>/dev/null | grep '^RESULT')"
}

echo "# $(date -u +%Y-%m-%dT%H:%MZ), $n points, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), one core of $(getconf _NPROCESSORS_ONLN)"
for _ in $(seq "${TURNS:-3}"); do
  turn numpy python3 "$PEERS/rules_numpy.py" "$n"
  turn duckdb "$java" --enable-native-access=ALL-UNNAMED -cp "$DUCKDB" "$PEERS/Duck.java" rules "$folder/points_$n.csv" "$PEERS/limits.csv" 1
  turn data.table Rscript "$PEERS/rules_dt.R" "$n" "$PEERS/limits.csv" 1
  turn jingtu "$java" -XX:+UseTransparentHugePages -cp "$CLASSES" jingtu.benchmarks.JudgePoints "$POINTS"
done
