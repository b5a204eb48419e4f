#!/usr/bin/env bash
# Packs the programs of build/release and tries the packages the way people meet them:
#
#   packaging/check.sh [pack|deb|portable]     the last two, or one
#
# pack: the first half of deb, which needs no mounts.
# deb: packed twice and compared; lintian, desktop-file-validate and appstreamcli; installed, started, walked through and
# removed in a copy of this system that is thrown away. portable: packed twice and compared; walked through in a root
# folder that holds nothing but the C library. Leaves the packages in build/packages.
export CI=${CI:-true}
# shellcheck source=packaging/setup.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/setup.sh"

release=$root/build/release
packages=$root/build/packages
# A dozen steps through the real widgets; any tour of the console will do.
tour=${FINHUB_PACKAGE_TOUR:-kyc-approval}

build_programs_once() {
    local programs=(finhub-console finhub-sandbox finhub-document-worker)
    ! ninja -C "$release" -t query finhub-zone-reader >/dev/null 2>&1 || programs+=(finhub-zone-reader)
    build release "${programs[@]}"
}

# same FILE FILE: gives up unless they are the same, byte by byte.
same() {
    cmp "$1" "$2" || give_up "packed a second time, $(basename "$1") is another file"
}

# in_own_mounts COMMAND...: as root, with mounts that nobody else sees.
in_own_mounts() {
    if [ "$(id -u)" -eq 0 ]; then
        unshare --mount --pid --fork --kill-child "$@"
    else
        unshare --map-root-user --mount --pid --fork --kill-child "$@"
    fi
}

pack_deb() {
    step "Packing the Debian package twice"
    local first=$packages/first second=$packages/second
    rm -rf "$first" "$second"
    mkdir -p "$first" "$second"
    # The second one later, in another language and another part of the world. The umask of whoever packs is in the
    # package's own list of its two halves.
    umask 022
    (cd "$release" && cpack -G DEB -B "$first") >"$packages/cpack.log"
    (cd "$release" && LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo cpack -G DEB -B "$second") >>"$packages/cpack.log"
    deb=$(basename "$first"/*.deb)
    same "$first/$deb" "$second/$deb"
    mv "$first/$deb" "$packages/$deb"
    rm -rf "$first" "$second"
    echo "$(sha256sum <"$packages/$deb" | cut -c1-64)  $deb, twice"

    step "Checking the Debian package"
    desktop-file-validate "$root/packaging/finhub-console.desktop"
    appstreamcli validate --no-net "$root"/packaging/*.metainfo.xml
    # As root lintian says that it does not like to be.
    lintian --allow-root --fail-on error,warning "$packages/$deb"
}

check_deb() {
    pack_deb
    step "Installing, walking and removing the Debian package in a copy of this system"
    in_own_mounts "$root/packaging/walk-deb" "$packages/$deb" "$tour"
}

check_portable() {
    step "Packing the tarball twice"
    local name second=$packages/second
    name=finhub-console-$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$release/CMakeCache.txt")-$(uname -m).tar.gz
    # The folder inside has the name of the file.
    mkdir -p "$second"
    "$root/packaging/portable" "$release" "$second/$name"
    "$root/packaging/portable" "$release" "$packages/$name"
    same "$packages/$name" "$second/$name"
    rm -r "$second"
    echo "$(sha256sum <"$packages/$name" | cut -c1-64)  $name, twice"

    step "Walking through the tarball in a root folder with nothing but the C library"
    in_own_mounts "$root/packaging/walk-portable" "$packages/$name" "$tour"
}

install_packages "${build_packages[@]}" "${packaging_packages[@]}"
configure release
build_programs_once
mkdir -p "$packages"
case ${1:-all} in
pack) pack_deb ;;
deb) check_deb ;;
portable) check_portable ;;
all)
    check_deb
    check_portable
    ;;
*) give_up "there is no check \"$1\"" ;;
esac
echo "packages: made twice, checked and walked through; they are in $packages"
