#!/usr/bin/env bash
# Builds a kernel and an initial file system with the real v4l2loopback and vivid in a folder. Nothing is installed in
# the host's kernel. usage: build.sh FOLDER; V4L2LOOPBACK_SOURCE names another version's source than Debian's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder"
cd "$folder"

headers=$(find /usr/src -maxdepth 1 -name 'linux-headers-*-amd64' | sort -V | tail -1)
kernel=${headers##*/linux-headers-}
apt-get -qq download "linux-image-$kernel" v4l2loopback-dkms
mkdir -p image source root/bin root/proc root/sys root/dev root/newroot root/modules
dpkg-deb --fsys-tarfile "linux-image-${kernel}"_*.deb | tar x -C image "./boot/vmlinuz-$kernel" "./lib/modules/$kernel"
dpkg-deb -x v4l2loopback-dkms_*.deb source
loopback=${V4L2LOOPBACK_SOURCE:-$(echo "$PWD"/source/usr/src/v4l2loopback-*)}
rm -rf loopback && cp -r "$loopback" loopback
make -s -C "$headers" M="$PWD/loopback" modules >build.log 2>&1 || { tail build.log >&2; exit 1; }
modules=image/lib/modules/$kernel
mkdir -p "$modules/extra"
strip --strip-debug loopback/v4l2loopback.ko
cp loopback/v4l2loopback.ko "$modules/extra/"
depmod -b image "$kernel"

# every module that the guest needs, in the order of loading
: >root/modules/order
for wanted in virtio_pci 9pnet_virtio 9p vivid v4l2loopback; do
  modprobe -d image -S "$kernel" --show-depends "$wanted" | awk '$1 == "insmod" {print $2}' | while read -r file; do
    name=$(basename "$file")
    cp "$file" "root/modules/$name"
    grep -qx "$name" root/modules/order || echo "$name" >>root/modules/order
  done
done
cp /bin/busybox root/bin/
install -m 755 "$here/init" root/init
(cd root && find . | cpio -o -H newc --quiet | gzip -1) >initrd.img
cp "image/boot/vmlinuz-$kernel" vmlinuz
rm -rf image source root ./*.deb
