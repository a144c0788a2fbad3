import { execFile } from 'node:child_process';

/** Runs a program with these arguments, never by a shell; resolves when it is over, whatever came of it. */
const run = (program: string, words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  new Promise<void>((resolve) => {
    execFile(
      program,
      [...words],
      { timeout: 10_000, windowsHide: true, env: { ...process.env, ...environment } },
      () => resolve(),
    );
  });

/** Takes back every job that waits at a printer: Electron hands jobs over and knows nothing more of them. */
export const purgeQueue = (printer: string, platform: NodeJS.Platform = process.platform): Promise<void> =>
  platform === 'win32'
    ? run(
        'powershell.exe',
        [
          '-NoProfile',
          '-NonInteractive',
          '-Command',
          'Get-PrintJob -PrinterName $env:CABINE_PRINTER | Remove-PrintJob',
        ],
        { CABINE_PRINTER: printer },
      )
    : // `-x`: the files of the jobs go from the spool too.
      run('cancel', ['-a', '-x', printer]);
