#!/bin/sh
# Finds Postfix' smtp-sink and smtp-source, or fetches the Debian package and unpacks it, without installing or configuring anything.
# Prints their folder, and the one of their libraries if they need it ("" otherwise), on one line each.
set -eu

cache=${XDG_CACHE_HOME:-$HOME/.cache}/broadsheet/postfix

for folder in "${SMTP_SINK_DIR:-}" $(printf %s "$PATH" | tr : ' ') /usr/sbin; do
    if [ -n "$folder" ] && [ -x "$folder/smtp-sink" ] && [ -x "$folder/smtp-source" ]; then
        printf '%s\n%s\n' "$folder" "${SMTP_SINK_LIBS:-}"
        exit 0
    fi
done

# Takes a Debian package without its scripts.
fetch() {
    (cd "$cache/packages" && apt-get download -q "$1" >&2) && dpkg -x "$cache/packages/$1"_*.deb "$cache/root"
}

libraries() {
    find "$cache/root" -name '*.so*' -exec dirname {} \; | sort -u | paste -sd: -
}

missing() {
    LD_LIBRARY_PATH=$(libraries) ldd "$cache/root/usr/sbin/smtp-sink" "$cache/root/usr/sbin/smtp-source" | sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u
}

# The Debian package that holds a library, by the usual rule of its name: libicuuc.so.72 is in libicu72, libdb-5.3.so in libdb5.3.
package() {
    case $1 in
        libicu*.so.*) echo "libicu${1##*.so.}" ;;
        libssl.so.3 | libcrypto.so.3) echo libssl3 ;;
        lib*-*.so) echo "$1" | sed 's/^\(lib[a-z]*\)-\([0-9.]*\)\.so$/\1\2/' ;;
        *) echo "$1" | sed 's/\.so\.\([0-9]*\).*$/\1/; s/_/-/g' ;;
    esac
}

if [ ! -x "$cache/root/usr/sbin/smtp-source" ]; then
    command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs smtp-sink and smtp-source (Postfix); set SMTP_SINK_DIR" >&2; exit 1; }
    mkdir -p "$cache/packages" "$cache/root"
    fetch postfix
fi
for library in $(missing); do
    fetch "$(package "$library")" || echo "cannot fetch $library" >&2
done
left=$(missing)
if [ -n "$left" ]; then
    echo "smtp-sink still needs: $left" >&2
    exit 1
fi
printf '%s\n%s\n' "$cache/root/usr/sbin" "$(libraries)"
