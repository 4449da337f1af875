/** Entries of the catalogue: a stable code with its texts. */

/** What is wrong, without the place where it is. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

/** Makes the problem of one code from the names that its texts mention. */
export interface ProblemFactory<Details extends readonly string[]> {
  (...details: Details): Problem;
  readonly code: string;
}

type Text<Details extends readonly string[]> = string | ((...details: Details) => string);

/**
 * Defines an entry.
 * @param code stable, never reused after a release
 * @param message what is wrong; one sentence
 * @param suggestion what to write instead; every entry has one, because a refusal without a way out is half an answer
 */
export function problem<Details extends readonly string[] = []>(
  code: string,
  message: Text<Details>,
  suggestion: Text<Details>,
): ProblemFactory<Details> {
  const fill = (text: Text<Details>, details: Details): string =>
    typeof text === 'string' ? text : text(...details);
  const make = (...details: Details): Problem => ({
    code,
    message: fill(message, details),
    suggestion: fill(suggestion, details),
  });
  return Object.assign(make, { code });
}
