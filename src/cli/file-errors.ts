/** What the operating system refuses, as a problem of the input: it is for the user to mend. */
import type { InputProblem } from '../diagnostics/unusable-input';

const explanations: { readonly [code: string]: Pick<InputProblem, 'reason' | 'remedy'> | undefined } = {
  EACCES: {
    reason: 'may not be read or written by this user',
    remedy: 'Check the permissions of the file and of the folders above it.',
  },
  EPERM: {
    reason: 'may not be changed by this user',
    remedy: 'Check who owns the file and the folder around it.',
  },
  EROFS: { reason: 'lies on a file system that is read-only', remedy: 'Work on a copy that can be written.' },
  ENOSPC: {
    reason: 'cannot be written: no space is left on the device',
    remedy: 'Make room and run the command again; no file was left half written.',
  },
  EDQUOT: {
    reason: 'cannot be written: the quota of this user is used up',
    remedy: 'Make room and run the command again; no file was left half written.',
  },
};

/** Explains an error of the file system; `undefined` for any other error, which is a fault of gig-ci. */
export function fileProblem(error: unknown): InputProblem | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const explanation = explanations[error.code];
  if (explanation === undefined) return undefined;
  return { place: 'path' in error ? String(error.path) : 'a file', ...explanation };
}
