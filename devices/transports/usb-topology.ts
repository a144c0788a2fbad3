/** Where a USB device is plugged in, out of the kernel's own path of one of its interfaces: `…/1-4/1-4.2/1-4.2:1.0/…` is `1-4.2`. */
const INTERFACE = /\/(\d+-\d+(?:\.\d+)*):\d+\.\d+(?:\/|$)/;

/** The socket of a device by its path under `/sys/devices` (Linux): bus, then the port on each hub; undefined when it is not on USB. */
export const topologyOf = (systemPath: string): string | undefined => INTERFACE.exec(systemPath)?.[1];
