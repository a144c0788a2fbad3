import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';

interface Program {
  readonly program: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What takes back the jobs of one account at a printer: others may share it. Names go as arguments or variables, never through a shell. */
export const purgeProgram = (printer: string, account: string, platform: NodeJS.Platform): Program =>
  platform === 'win32'
    ? {
        program: 'powershell.exe',
        words: [
          '-NoProfile',
          '-NonInteractive',
          '-Command',
          'Get-PrintJob -PrinterName $env:CABINE_PRINTER | Where-Object UserName -eq $env:CABINE_ACCOUNT | Remove-PrintJob',
        ],
        environment: { CABINE_PRINTER: printer, CABINE_ACCOUNT: account },
      }
    : // `-x`: the files of the jobs go from the spool too.
      { program: 'cancel', words: ['-a', '-x', '-u', account, printer], environment: {} };

const WITHIN_MS = 10_000;

/** Takes back every job of the cabin's account that waits at a printer: Electron hands jobs over and knows nothing more of them. */
export const purgeQueue = (printer: string): Promise<void> =>
  new Promise((resolve) => {
    const { program, words, environment } = purgeProgram(printer, userInfo().username, process.platform);
    const options = {
      timeout: WITHIN_MS,
      windowsHide: true,
      env: { ...process.env, ...environment },
    };
    // Whatever came of it: without such a program there is no such queue.
    execFile(program, [...words], options, () => resolve());
  });
