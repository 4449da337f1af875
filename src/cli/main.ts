#!/usr/bin/env node
import { join } from 'node:path';
import { runCommandLine } from './command-line';

// A reader that has seen enough closes the pipe (`gig-ci run … | head`): that is no error, and no success of the run.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(1);
});

void runCommandLine(process.argv.slice(2), {
  folder: process.cwd(),
  environment: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  codeCache: join(__dirname, '..', 'code-cache'),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
