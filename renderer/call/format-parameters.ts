/** Parameters of one payload of a session description (RFC 8866, 6.15). */
export type FormatParameters = Readonly<Record<string, number>>;

const merged = (before: string, wanted: FormatParameters): string => {
  const parameters = new Map(
    before
      .split(';')
      .map((part) => part.trim().split('=', 2))
      .flatMap(([name, value]) =>
        name !== undefined && value !== undefined ? [[name, value] as const] : [],
      ),
  );
  for (const [name, value] of Object.entries(wanted)) parameters.set(name, String(value));
  return [...parameters].map(([name, value]) => `${name}=${value}`).join(';');
};

/** One media section with these parameters for a codec, named as in its `rtpmap` (`opus/48000`); as it was when it lacks that codec. */
export const withFormatParameters = (section: string, codec: string, wanted: FormatParameters): string => {
  const payload = new RegExp(`^a=rtpmap:(\\d+) ${codec}\\b`, 'im').exec(section)?.[1];
  if (payload === undefined) return section;
  const line = new RegExp(`^a=fmtp:${payload} (.*)$`, 'm');
  const present = line.exec(section)?.[1];
  if (present === undefined)
    return section.replace(
      new RegExp(`^a=rtpmap:${payload} .*$`, 'm'),
      (rtpmap) => `${rtpmap}\r\na=fmtp:${payload} ${merged('', wanted)}`,
    );
  return section.replace(line, () => `a=fmtp:${payload} ${merged(present, wanted)}`);
};
