#!/bin/sh
# Playwright starts one program and gives it its arguments: this one puts the browser on an emulated line.
# CABINE_ENTER holds the words of nsenter for one namespace (network.ts).
exec nsenter $CABINE_ENTER "${CABINE_CHROMIUM:-/usr/bin/chromium}" "$@"
