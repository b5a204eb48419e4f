#!/usr/bin/env bash
# Plays the tours and puts their pictures into docs/guide/images, made small:
#
#   docs/guide/pictures.sh [TOUR...]     all tours that the guide shows, or these
#
# Which pictures the guide shows is read from its pages. A picture that no tour makes any more is an error.
export CI=${CI:-true}
# shellcheck source=packaging/setup.sh
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../packaging/setup.sh"

guide=$root/docs/guide
console=$root/build/release/bin/finhub-console
install_packages "${build_packages[@]}" pngquant
configure release
build release finhub-console finhub-document-worker

# images/TOUR.STEP.png is the picture of that step of that tour.
mapfile -t wanted < <(grep -oh 'images/[a-z0-9.-]*\.png' "$guide"/*.md | sort -u)
tours=("$@")
[ ${#tours[@]} -gt 0 ] || mapfile -t tours < <(printf '%s\n' "${wanted[@]}" | sed 's|images/||; s|\..*||' | sort -u)
work=$(mktemp -d)
for tour in "${tours[@]}"; do
    step "Playing the tour $tour"
    QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data \
        "$console" --demo --theme light --walkthrough "$tour" --output "$work/$tour"
    for picture in "${wanted[@]}"; do
        [[ $picture == images/"$tour".* ]] || continue
        name=${picture#images/"$tour".}
        made=$(find "$work/$tour" -name "[0-9]*-$name" | head -n 1)
        [ -n "$made" ] || give_up "the tour \"$tour\" has no step \"${name%.png}\" with a picture"
        pngquant --force --strip --speed 1 --output "$guide/$picture" 64 "$made"
    done
done
rm -rf "$work"
step "Done: $(du -sh "$guide/images" | cut -f1) of pictures in docs/guide/images"
