/** Runs a tool of the Java world to its end. */
import { spawn } from 'node:child_process';

/**
 * Resolves when the tool succeeded.
 * @throws Error with the end of its output otherwise
 */
export function runTool(command: string, parameters: readonly string[], purpose: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const tool = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: string): void => {
      output = (output + chunk).slice(-4000);
    };
    tool.stdout.setEncoding('utf8').on('data', keep);
    tool.stderr.setEncoding('utf8').on('data', keep);
    tool.on('error', (cause) => {
      reject(new Error(`${purpose}: ${cause.message}`));
    });
    tool.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${purpose}: ${command} ended with ${code ?? 'a signal'}\n${output.trim()}`));
    });
  });
}
