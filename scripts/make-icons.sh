#!/bin/sh
# Renders icon.svg to the sizes of the manifest. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")/../extension/icons"
for size in 16 32 48 128; do rsvg-convert -w "$size" -h "$size" icon.svg -o "icon-$size.png"; done
