/** `A`, `B`, … of a device among those that share its name; undefined when it is alone. */
export const deviceLetter = <Device extends { readonly id: string }>(
  devices: readonly Device[],
  id: string,
  nameOf: (device: Device) => string | undefined,
): string | undefined => {
  const mine = devices.find((device) => device.id === id);
  if (mine === undefined) return undefined;
  const alike = devices.filter((device) => nameOf(device) === nameOf(mine));
  return alike.length < 2 ? undefined : String.fromCharCode(65 + alike.indexOf(mine));
};
