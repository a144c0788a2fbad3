const escaped = (text: string): string => text.replaceAll(/[\\()]/gu, (sign) => `\\${sign}`);

interface SmallPdf {
  readonly pages?: number;
  /** It opens by a password only. */
  readonly locked?: boolean;
  /** A script that would run when the document is opened. */
  readonly script?: string;
}

/** A PDF that a test makes: one line of text on each page, in a font that it does not bring. */
export const smallPdf = (
  text: string,
  { pages = 1, locked = false, script }: SmallPdf = {},
): Uint8Array<ArrayBuffer> => {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add(
    `<< /Type /Catalog /Pages 2 0 R${script === undefined ? '' : ` /OpenAction << /S /JavaScript /JS (${escaped(script)}) >>`} >>`,
  );
  const kids = Array.from({ length: pages }, (_, index) => `${4 + 2 * index} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (let page = 1; page <= pages; page += 1) {
    const drawn = `BT /F1 24 Tf 72 700 Td (${escaped(text)} ${page}) Tj ET`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${3 + 2 * page} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
  }
  const secret = 'ab'.repeat(32);
  const encrypt = locked
    ? add(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >>`)
    : undefined;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const lock = encrypt === undefined ? '' : ` /Encrypt ${encrypt} 0 R /ID [<${secret}> <${secret}>]`;
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
};
