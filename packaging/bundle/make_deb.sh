#!/usr/bin/env bash
# Makes a .deb of the bundle's folder. SOURCE_DATE_EPOCH dates its files; DEB_LEVEL is the compression's, 6 by default.
# usage: make_deb.sh FOLDER VERSION
set -euo pipefail
folder=$1 version=$2
cd "$(dirname "$0")/../.."

architecture=$(dpkg --print-architecture)
tree=build/bundle/deb
rm -rf "$tree"
mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/lib/systemd/user" "$tree/usr/share/doc/cyclorama"
cp -a "$folder" "$tree/opt/cyclorama"
mv "$tree"/opt/cyclorama/share/* "$tree/usr/share/"
rmdir "$tree/opt/cyclorama/share"
mv "$tree/usr/share/zsh/site-functions" "$tree/usr/share/zsh/vendor-completions"
gzip -9n "$tree/usr/share/man/man1/cyclorama.1"
ln -s /opt/cyclorama/cyclorama "$tree/usr/bin/cyclorama"
sed 's#%h/.local/bin/cyclorama#/usr/bin/cyclorama#; /cp packaging/d' packaging/cyclorama.service \
  >"$tree/usr/lib/systemd/user/cyclorama.service"
{
  printf 'Cyclorama is under the Apache License 2.0, see /opt/cyclorama/LICENSE.\n'
  printf 'Every other component and its licence is in /opt/cyclorama/LICENCES.txt.\n'
} >"$tree/usr/share/doc/cyclorama/copyright"
gzip -9nc CHANGELOG.md >"$tree/usr/share/doc/cyclorama/changelog.gz"

cat >"$tree/DEBIAN/control" <<CONTROL
Package: cyclorama
Version: $version
Architecture: $architecture
Maintainer: The Cyclorama authors <cyclorama@users.noreply.github.com>
Section: video
Priority: optional
Installed-Size: $(du -sk --apparent-size "$tree" | cut -f1)
Depends: libc6 (>= 2.35), libstdc++6 (>= 12), libgcc-s1, libegl1, libgl1, libx11-6, libx11-xcb1, libxcb1,
 libfontconfig1, libfreetype6, libdbus-1-3, libglib2.0-0 | libglib2.0-0t64, xkb-data, fonts-dejavu-core | fonts-freefont-ttf
Recommends: v4l2loopback-dkms, pipewire, xdg-desktop-portal
Suggests: intel-opencl-icd
Description: virtual background for video calls
 Blurs or replaces the background of your camera's image and offers the result
 as a camera to Zoom, Meet, Teams and other programs. Everything is computed on
 this machine. If anything fails, others see a still image and never your real
 background.
CONTROL
(cd "$tree" && find opt usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
chmod -R go=rX,u+rw "$tree"
find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z"${DEB_LEVEL:-6}" --build "$tree" "dist/cyclorama_${version}_$architecture.deb" >/dev/null
ls -l "dist/cyclorama_${version}_$architecture.deb"
