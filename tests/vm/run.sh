#!/usr/bin/env bash
# Runs tests/vm/guest.py in a virtual machine with the real kernel modules. Debian or Ubuntu, as root.
# usage: run.sh PYTHON [WORD,WORD...]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
python=$(realpath -s "$1")
folder=${VM_FOLDER:-$root/.venv/vm}

"$root/packaging/system_packages.sh" vm
[ -f "$folder/vmlinuz" ] || "$root/tests/vm/build.sh" "$folder"
mkdir -p "$folder/result"
rm -f "$folder/result/status"
# software emulation: these tests must run where no KVM is
timeout "${VM_TIMEOUT_S:-1500}" qemu-system-x86_64 -nodefaults -no-user-config -machine q35 \
  -accel tcg,thread=multi -cpu max -smp 2 -m 3072 -display none -serial stdio -no-reboot \
  -kernel "$folder/vmlinuz" -initrd "$folder/initrd.img" \
  -append "console=ttyS0 quiet mitigations=off panic=-1 random.trust_cpu=on guest_command=$root/tests/vm/guest.sh guest_python=$python guest_tests=${2:-}" \
  -fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap \
  -device virtio-9p-pci,fsdev=host,mount_tag=host \
  -fsdev local,id=result,path="$folder/result",security_model=none \
  -device virtio-9p-pci,fsdev=result,mount_tag=result \
  -device virtio-rng-pci </dev/null
[ -f "$folder/result/status" ] && exit "$(cat "$folder/result/status")"
echo "the guest did not finish" >&2
exit 1
