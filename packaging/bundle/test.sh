#!/usr/bin/env bash
# Tries the bundle in dist/ in a fresh Debian or Ubuntu system that has no Python, no compiler and no network.
# The system is of the release that runs here, unless SUITE names another one that the same mirror has.
# It needs root for debootstrap, and a .deb and a .tar.zst from build.sh.
# usage: test.sh [SUITE]
set -euo pipefail
cd "$(dirname "$0")/../.."

. /etc/os-release
suite=${1:-$VERSION_CODENAME}
components=main
[ "$ID" != ubuntu ] || components=main,universe
work=$PWD/build/bare
out=$PWD/out/bundle
system=$work/$suite
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Created-By: Packages" | head -1)
archive=$(ls -t dist/cyclorama-*-linux-*.tar.zst | head -1)
package=$(ls -t dist/cyclorama_*.deb | head -1)
mkdir -p "$work" "$out"
[ -e "$system/.ready" ] || { rm -rf "$system"; debootstrap --variant=minbase --components="$components" "$suite" "$system" "$mirror" >"$work/debootstrap.log"; touch "$system/.ready"; }
trap 'rm -rf "$work/run"' EXIT

options=()  # more of bwrap's
bare() { # runs a command in a throw-away copy of the system, without a network
  bwrap --unshare-net --unshare-pid --die-with-parent --bind "$work/run" / --proc /proc --dev /dev --tmpfs /tmp \
    --bind "$out" /out "${options[@]}" --setenv HOME /root --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv LC_ALL C.UTF-8 \
    --unsetenv LD_LIBRARY_PATH --chdir /root "$@"
}
step() { printf '\n== %s\n' "$*"; }
fresh() { rm -rf "$work/run" && cp -a "$system" "$work/run"; }

fresh
step "what the system has"
bare sh -c '. /etc/os-release; echo "$PRETTY_NAME"; ! command -v python3 && ! command -v gcc && ! command -v make'
bare sh -c '[ "$(tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d " ")" = lo ]' || { echo "the test has a network" >&2; exit 1; }

step "unpack, and render the demo clip"
mkdir -p "$work/run/opt"
tar -C "$work/run/opt" --zstd -xf "$archive"
run=/opt/cyclorama/cyclorama
bare $run --version
bare $run render /opt/cyclorama/_internal/assets/demo/demo.mp4 /out/demo.mp4 --stats-json /out/render.json
bare $run run --source demo --sink none --seconds 3 --stats-json /out/run.json
bare $run render /opt/cyclorama/_internal/assets/backgrounds/bookshelf.jpg /out/name-tag.png --name-tag "Zoë Müller"
bare $run models verify cyclorama-lite
bare $run render /opt/cyclorama/_internal/assets/backgrounds/bookshelf.jpg /out/still.png --stats-json /out/still.json

if [ -x .venv/test/bin/python ]; then
  step "run to an imitated virtual camera"
  coproc camera { .venv/test/bin/python packaging/bundle/imitated_camera.py "$work/camera"; }
  camera_pid=$!
  exec {said}<&"${camera[0]}" {ends}>&"${camera[1]}"
  read -r device options_line <&"$said"
  read -r -a options <<<"$options_line"
  bare $run run --source demo --sink "virtual:$device" --seconds 3 --stats-json /out/camera.json
  options=()
  eval "exec ${camera[1]}>&- {ends}>&-"
  cat <&"$said"
  wait "$camera_pid"
fi

step "no call to the network"
bwrap_traced() { strace -f -qq -e trace=connect,sendto,sendmsg -o "$out/network.txt" "$(command -v bash)" -c "$(declare -f bare); work='$work' out='$out'; bare $*"; }
bwrap_traced $run run --source demo --sink none --seconds 3
if grep -E 'AF_INET6?' "$out/network.txt"; then echo "the program called the network" >&2; exit 1; fi
echo "none in $(wc -l <"$out/network.txt") calls of connect and send"

step "what is not in it is said in one line"
lines=$(bare $run render /opt/cyclorama/_internal/assets/demo/demo.mp4 /tmp/o.mp4 --runtime paddle 2>&1) && exit 1
echo "$lines"; [ "$(wc -l <<<"$lines")" -eq 1 ]
lines=$(bare $run train --config x 2>&1) && exit 1
echo "$lines"; [ "$(wc -l <<<"$lines")" -eq 1 ]

step "first frame, in the bundle and in the checkout"
first() { sed -n 's/.*"first_frame_s": \([0-9.]*\).*/\1/p' "$1" | sort -n | head -1; }
for turn in 1 2 3; do
  bare $run render /opt/cyclorama/_internal/assets/demo/demo.mp4 none --stats-json "/out/first-bundle-$turn.json"
  [ ! -x .venv/test/bin/python ] || .venv/test/bin/python main.py render assets/demo/demo.mp4 none \
    --stats-json "$out/first-checkout-$turn.json"
done
echo "bundle $(cat "$out"/first-bundle-*.json | first /dev/stdin) s, checkout $(cat "$out"/first-checkout-*.json 2>/dev/null | first /dev/stdin) s (best of 3)"

step "install the .deb with what it depends on, and remove it"
fresh
cp "$package" "$work/run/root/cyclorama.deb"
cp /etc/resolv.conf "$work/run/etc/resolv.conf" 2>/dev/null || true
# Dependencies come from the mirror, so this one step has a network.
bwrap --bind "$work/run" / --proc /proc --dev /dev --tmpfs /tmp --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv DEBIAN_FRONTEND noninteractive \
  sh -c 'apt-get -qq -o APT::Sandbox::User=root update && apt-get -qq -o APT::Sandbox::User=root install -y --no-install-recommends /root/cyclorama.deb xvfb imagemagick >/root/apt.log 2>&1' \
  || { tail -20 "$work/run/root/apt.log"; exit 1; }
bare sh -c 'command -v cyclorama && cyclorama --version && cyclorama doctor || true'
bare sh -c 'ls /usr/share/man/man1/cyclorama.1.gz /usr/share/applications/io.github.cyclorama.Cyclorama.desktop \
  /usr/share/metainfo/io.github.cyclorama.Cyclorama.metainfo.xml /usr/share/bash-completion/completions/cyclorama \
  /usr/share/icons/hicolor/scalable/apps/io.github.cyclorama.Cyclorama.svg /usr/lib/systemd/user/cyclorama.service'
bare sh -c 'Xvfb :7 -screen 0 1440x900x24 >/dev/null 2>&1 & export DISPLAY=:7; sleep 2
  timeout -s TERM 60 cyclorama >/out/window.log 2>&1 & for i in $(seq 40); do sleep 1; import -window root /out/window.png 2>/dev/null
  [ "$(identify -format %k /out/window.png 2>/dev/null || echo 0)" -gt 500 ] && break; done; sleep 3; import -window root /out/window.png
  cat /out/window.log; [ "$(identify -format %k /out/window.png)" -gt 500 ]'
echo "screenshot: $out/window.png"
bare dpkg --purge cyclorama >/dev/null
bare sh -c '! find / -xdev -iname "*cyclorama*" -not -path "/proc/*" -not -path "/out/*" -not -path "/root/*" | grep .'
echo "the bundle works"
