# shellcheck shell=bash
# Sourced by demo.sh, test.sh and .ci/run: installs the Debian packages that are missing, configures and builds.
# Every step says in one line what it does; a step that fails ends the script with one sentence and its status.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=$(nproc)
doing="start"

# What was compiled in one checkout serves another of the same content, wherever it lies. The compiler's own list of what
# it read is taken instead of a run of the preprocessor, which costs a quarter of a first build.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_INODECACHE=1 CCACHE_DEPEND=1

# What a bare Debian 12 needs to build and run the console and its tests.
# shellcheck disable=SC2034 # whoever sources this uses it
build_packages=(
    build-essential cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-pdf-dev qt6-svg-dev libqt6sql6-sqlite
    nlohmann-json3-dev libcpp-httplib-dev libsodium-dev libseccomp-dev libexpected-dev libzip-dev
    fonts-dejavu-core
)

# What the tests of a sandbox on PostgreSQL need. Installed in CI only: nobody who builds a console is to get a database
# server with it, and the tests say that they are skipped.
# shellcheck disable=SC2034
database_packages=(libqt6sql6-psql postgresql)

# What reads the zones of passports and identity cards. Installed in CI only: without it everything else is built, zones
# are typed, and the console says what is missing.
# shellcheck disable=SC2034
reading_packages=(libtesseract-dev tesseract-ocr-eng)

# What packs the programs and checks the packages.
# shellcheck disable=SC2034
packaging_packages=(dpkg-dev lintian desktop-file-utils appstream patchelf)

# What the build looks for, to be asked where there is no dpkg.
build_programs=(c++ cmake ninja pkg-config)
build_modules=(Qt6Core Qt6DBus Qt6Gui Qt6Network Qt6Sql Qt6Svg Qt6Test Qt6Widgets
    cpp-httplib libseccomp libsodium libzip nlohmann_json)

step() {
    doing=$*
    printf '==> %s\n' "$doing"
}

# Ends the script with a sentence of its own.
give_up() {
    doing=""
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

say_what_failed() {
    local status=$?
    [ $status -eq 0 ] || [ -z "$doing" ] ||
        printf '%s: stopped with status %d at this step: %s.\n' "$(basename "$0")" $status "$doing" >&2
}
trap say_what_failed EXIT

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

without_apt() {
    local missing=() name
    for name in "${build_programs[@]}"; do
        command -v "$name" >/dev/null || missing+=("$name")
    done
    if command -v pkg-config >/dev/null; then
        for name in "${build_modules[@]}"; do
            pkg-config --exists "$name" || missing+=("$name")
        done
    fi
    [ ${#missing[@]} -eq 0 ] && return
    printf 'This system has no apt-get. The packages needed, by their Debian names:\n' >&2
    printf '    %s\n' "$@" >&2
    give_up "not found here: ${missing[*]}"
}

# install_packages NAME...: installs those that are missing.
install_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        step "Looking for what the build needs"
        without_apt "$@"
        return
    fi
    local missing=() name
    for name in "$@"; do
        is_installed "$name" || missing+=("$name")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        step "All $# packages needed are installed"
        return
    fi
    step "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    local log=$root/build/apt.log
    mkdir -p "$root/build"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300)
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            give_up "there is no sudo; run this as root first: apt-get install ${missing[*]}"
        apt=(sudo "${apt[@]}")
    fi
    if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; } \
        >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        give_up "the packages could not be installed; the whole output is in $log"
    fi
}

# configure PRESET: into build/PRESET. A release made in CI takes warnings for errors; one made by a user with
# a newer compiler does not.
configure() {
    local preset=$1
    step "Configuring build/$preset"
    local log=$root/build/$preset-configure.log options=()
    if [ "$preset" = release ]; then
        [ "${CI:-}" = true ] && options=(-DFINHUB_WERROR=ON) || options=(-DFINHUB_WERROR=OFF)
    fi
    mkdir -p "$root/build"
    if ! (cd "$root" && cmake --preset "$preset" "${options[@]}") >"$log" 2>&1; then
        cat "$log" >&2
        give_up "build/$preset could not be configured"
    fi
}

# build PRESET [TARGET...]: everything, or these targets.
build() {
    local preset=$1 quiet=()
    shift
    step "Building ${*:-everything} in build/$preset on $jobs cores"
    [ -t 1 ] || quiet=(-- --quiet)
    cmake --build "$root/build/$preset" --parallel "$jobs" ${1:+--target "$@"} "${quiet[@]}"
}

# run_tests PRESET [CTEST OPTIONS...]: offscreen.
run_tests() {
    local preset=$1
    shift
    step "Running the tests of build/$preset"
    QT_QPA_PLATFORM=offscreen ctest --test-dir "$root/build/$preset" --output-on-failure -j2 "$@"
}
