#!/usr/bin/env bash
# Fuzzes every adapter for FUZZ_SECONDS (300), FUZZ_JOBS (2) at a time, from the fixtures on. Exits with 1 on a finding, which
# then lies under fuzz/artifacts. Coverage by the compiler's own passes: no other toolchain and no tool to install.
#
# usage: fuzz/run.sh [TARGET ...]
set -euo pipefail
cd "$(dirname "$0")"
seconds="${FUZZ_SECONDS:-300}" jobs="${FUZZ_JOBS:-2}"
host="$(rustc -vV | sed -n 's/^host: //p')"
flags="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
flags+=" -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
flags+=" -Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-simplifycfg-branch-fold-threshold=0"
# The host is named so that the flags do not reach build scripts.
RUSTFLAGS="$flags" cargo build --release --bins --target "$host"
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    for path in fuzz_targets/*.rs; do targets+=("$(basename "$path" .rs)"); done
fi
one() {
    mkdir -p "corpus/$1" "artifacts/$1" logs
    if "target/$host/release/$1" "corpus/$1" "../crates/twoears-adapters/tests/payloads/$1" \
        -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="artifacts/$1/" >"logs/$1.txt" 2>&1; then
        printf '%-12s %s runs, no finding\n' "$1" "$(sed -n 's/^stat::number_of_executed_units: *//p' "logs/$1.txt")"
    else
        printf '%-12s FINDING, see fuzz/logs/%s.txt\n' "$1" "$1"
        return 1
    fi
}
export -f one
export seconds host
printf '%s\n' "${targets[@]}" | xargs -P "$jobs" -I{} bash -c 'one "$1"' _ {}
