/** Colours of the terminal. On a pipe, and where NO_COLOR is set, every function returns its text unchanged. */
import picocolors from 'picocolors';

/** What a report may do to a text. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Whether a stream is a terminal: the part of an output stream that decides about colour. */
export interface ColourTarget {
  readonly isTTY?: boolean | undefined;
}

/** Colours only for a person: not on a pipe, not with NO_COLOR (no-color.org), not on a dumb terminal. */
export function wantsColour(
  stream: ColourTarget,
  environment: { readonly [name: string]: string | undefined },
): boolean {
  const refused = environment['NO_COLOR'] !== undefined && environment['NO_COLOR'] !== '';
  return stream.isTTY === true && !refused && environment['TERM'] !== 'dumb';
}

/** The style for one stream. */
export function createStyle(colour: boolean): Style {
  const { bold, dim, red, green, yellow, cyan } = picocolors.createColors(colour);
  return { bold, dim, red, green, yellow, cyan };
}
