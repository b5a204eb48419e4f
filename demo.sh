#!/usr/bin/env bash
# Builds the console and starts it on its embedded sandbox: no account, no network.
#
#   ./demo.sh [OPTIONS OF finhub-console]     e.g.  ./demo.sh --customers 5000 --seed 7
#
# On a machine without a display it plays the review of a case through the real widgets instead (or the tour given with
# --walkthrough) and leaves a picture of every step in build/walkthrough.
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/packaging/setup.sh"

needed=("${build_packages[@]}")
[ -z "${DISPLAY:-}" ] && [ -n "${WAYLAND_DISPLAY:-}" ] && needed+=(qt6-wayland)
install_packages "${needed[@]}"
configure release
build release finhub-console finhub-sandbox finhub-document-worker

console=$root/build/release/bin/finhub-console
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    step "Starting the console on its embedded sandbox"
    "$console" --demo "$@"
else
    pictures=$root/build/walkthrough
    tour=(--walkthrough kyc-approval)
    [[ " $* " != *" --walkthrough"* ]] || tour=()
    step "Playing a tour without a display"
    rm -rf "$pictures"
    QT_QPA_PLATFORM=offscreen "$console" --demo "${tour[@]}" --output "$pictures" "$@"
    count=$(find "$pictures" -name '*.png' | wc -l)
    [ "$count" -ge 6 ] || give_up "the tour left $count pictures in $pictures, at least 6 were expected"
    step "Done: there is no display here, so the tour was played offscreen; its $count pictures are in $pictures"
fi
