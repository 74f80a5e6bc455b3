#!/usr/bin/env bash
# Installs the system libraries that a purpose needs, as root on Debian and Ubuntu; otherwise prints their names.
# usage: system_packages.sh python|kernels|paddle|window|test|pipewire|vm|bundle|bare|release|examples
set -euo pipefail

python="python3 python3-venv"
window="libegl1 libgl1 libx11-6 libglib2.0-0 libxkbcommon0 libfontconfig1 libfreetype6 libdbus-1-3
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xinerama0 libxcb-render-util0 libxcb-image0
  libxkbcommon-x11-0 fonts-dejavu-core"
webengine="libnss3 libnspr4 libgbm1 libasound2 libxcomposite1 libxdamage1 libxrandr2 libxtst6 libxkbfile1 libxshmfence1
  libxi6 libxrender1 libdrm2 libwebp7 libpci3 libxext6 libxfixes3"
pipewire="pipewire wireplumber dbus libpipewire-0.3-0 gstreamer1.0-pipewire gstreamer1.0-tools gstreamer1.0-plugins-base"
case "${1:?usage: system_packages.sh python|kernels|paddle|window|test|pipewire|vm|bundle|bare|release|examples}" in
  paddle) wanted=libgomp1 ;;
  python) wanted="" ; command -v "${PYTHON:-python3}" >/dev/null && "${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null || wanted=$python ;;
  kernels) wanted="" ; command -v "${CC:-cc}" >/dev/null || wanted="gcc libc6-dev" ;;
  window) wanted=$window ;;
  test) wanted="libgomp1 $window $webengine gcc libc6-dev fonts-noto-cjk xvfb xdotool openbox openssl $pipewire" ;;
  pipewire) wanted=$pipewire ;;
  bundle) wanted="$window libpython3-dev gcc libc6-dev binutils patchelf liblapack3 libblas3 zstd xz-utils dpkg-dev
    libxkbcommon-x11-0 libxcb-shm0 libxcb-randr0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxcb-glx0" ;;
  examples) wanted="cmake g++ chromium" ; command -v npm >/dev/null || wanted="$wanted nodejs npm" ;;
  examples) wanted="cmake g++ chromium" ; command -v npm >/dev/null || wanted="$wanted nodejs npm" ;;
  release) wanted="appstream desktop-file-utils" ;;
  bare) wanted="debootstrap bubblewrap strace zstd" ;;
  vm) wanted="$window $webengine qemu-system-x86 busybox-static kmod cpio make gcc linux-headers-amd64 v4l-utils ffmpeg" ;;
  *) echo "unknown purpose: $1" >&2; exit 2 ;;
esac

command -v dpkg-query >/dev/null || exit 0  # another distribution: its packages have other names
missing=()
for package in $wanted; do
  dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
  echo "these system packages are missing: sudo apt-get install ${missing[*]}" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update
apt-get -qq install --no-install-recommends "${missing[@]}" >/dev/null
