#!/usr/bin/env node
import { join } from 'node:path';
import { runCommandLine } from './command-line';

// A reader that has seen enough closes the pipe (`gig-ci run … | head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

void runCommandLine(process.argv.slice(2), {
  folder: process.cwd(),
  environment: process.env,
  output: process.stdout,
  errors: process.stderr,
  codeCache: join(__dirname, '..', 'code-cache'),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
