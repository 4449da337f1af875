/** Text from bytes, and what to say where they are none. */
import type { InputProblem } from './unusable-input';

/** The text of bytes in UTF-8; `undefined` when they are something else. @param keepMark keeps a byte order mark */
export function decodeUtf8(bytes: Uint8Array, keepMark = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Says where the first other bytes are. A line feed is no part of another character, so the lines can be decoded one by one. */
export function notUtf8(file: string, bytes: Uint8Array): InputProblem {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start) + 1;
    const end = next === 0 ? bytes.length : next;
    if (decodeUtf8(bytes.subarray(start, end)) === undefined) break;
    start = end;
  }
  const reason = 'is not text in UTF-8';
  return { place: `${file}:${line}`, reason, remedy: 'Save the file in UTF-8.' };
}
