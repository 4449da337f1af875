#!/usr/bin/env node
/**
 * The program `gig-ci`. `command-line` has the commands and their options, and every command is a file: it takes what was
 * asked for, and answers with text and an exit code. The work is done in the folders below.
 */
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { useCodeCache } from './code-cache';

// A command lives for about a second, and V8 spends a third of it on optimising functions that are hardly called again: it
// waits for ten times the work (67,584 bytes of bytecode by itself) before it optimises one. A watch keeps that: measured,
// its first builds take less of the processor, and from the tenth on there is no difference.
setFlagsFromString('--interrupt-budget=675840');

// A reader that has seen enough closes the pipe (`gig-ci run … | head`): that is no error, and no success of the run.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(1);
});

const compiled = join(__dirname, '..');
useCodeCache(join(compiled, 'code-cache'), {
  typescript: dirname(require.resolve('typescript')),
  commander: dirname(require.resolve('commander')),
  gigCi: compiled,
});

void import('./command-line.js')
  .then(({ runCommandLine }) =>
    runCommandLine(process.argv.slice(2), {
      folder: process.cwd(),
      environment: process.env,
      input: process.stdin,
      output: process.stdout,
      errors: process.stderr,
    }),
  )
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
