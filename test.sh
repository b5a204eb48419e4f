#!/usr/bin/env bash
# Builds everything and runs every test, offscreen.
#
#   ./test.sh [OPTIONS OF ctest]     e.g.  ./test.sh -R '^core\.'
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/packaging/setup.sh"

needed=("${build_packages[@]}")
[ "${CI:-}" != true ] || needed+=("${database_packages[@]}" "${reading_packages[@]}")
install_packages "${needed[@]}"
configure release
build release
run_tests release "$@"
