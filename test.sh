#!/usr/bin/env bash
# Builds everything and runs every test, offscreen.
#
#   ./test.sh [OPTIONS OF ctest]     e.g.  ./test.sh -R '^core\.'
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/packaging/setup.sh"

install_packages "${build_packages[@]}"
configure release
build release
run_tests release "$@"
