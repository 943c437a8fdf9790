#!/bin/sh
# Puts one arrangement of the engine's random numbers through dieharder, some five minutes each: sh scripts/battery/run.sh long
# One stream of words feeds all tests, so that none sees what another has seen. Prints test|n-tuple|samples|p-samples|p|verdict a line.
# Left out: tests that dieharder itself calls suspect or not to be used (5, 6, 7, 14), the slow generalized minimum distance (201), most
# lags of test 203; test 17 takes 40 samples instead of 100.
set -e
cd "$(dirname "$0")/../.."
test_one() { dieharder -g 200 -c '|' -D test_name -D ntuple -D tsamples -D psamples -D pvalues -D assessment -d "$@"; }
node scripts/battery/words.mjs "$@" | {
  for d in 0 1 2 3 4 8 9 10 11 12 13 15 16; do test_one $d; done
  test_one 17 -p 40
  for d in 100 101 102; do test_one $d; done
  for n in 1 2 3 4 5 6 7 8; do test_one 200 -n $n; done
  for n in 2 3 4 5; do test_one 202 -n $n; done
  for lag in 0 1 3 7 15 31; do test_one 203 -n $lag; done
  for d in 204 205 206 207 208 209; do test_one $d; done
}
