/**
 * What the log must not show of a secret. Jenkins masks it as it is, as a shell would print it (Bash, dash) and in base64
 * at each of the three places where it may begin in a longer text (credentials-binding: SecretPatternFactory); here also
 * as part of an address, of JSON, and in hexadecimal digits.
 */

/** Fewer characters are part of ordinary words. Jenkins masks them all the same, so one character makes a log unreadable there. */
const SHORTEST = 3;

/** All forms of the secrets that are masked, the longest first, so that no form leaves a part of another one. */
export function maskedForms(secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((secret) =>
    // Of a key or a certificate, a tool may print single lines.
    [secret, ...secret.split(/\r?\n/)].flatMap((text) => (text.length < SHORTEST ? [] : formsOf(text))),
  );
  return [...new Set(forms)]
    .filter((form) => form.length >= SHORTEST)
    .sort((one, other) => other.length - one.length);
}

function formsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    text.replaceAll("'", `'\\''`),
    text.replaceAll("'", `'"'"'`),
    text.replaceAll(/[^A-Za-z0-9_@%+=:,./\-\u0080-\uffff]/g, (character) => `\\${character}`),
    text.replaceAll(/["$`\\]/g, (character) => `\\${character}`),
    encodeURIComponent(text),
    encodeURI(text),
    new URLSearchParams({ text }).toString().slice('text='.length),
    JSON.stringify(text).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64Forms(bytes),
  ];
}

/** What is the same wherever the secret stands in a text: without the characters that hold bits of its neighbours. */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    const form = padded.toString('base64').slice(first, last);
    // Three bytes: a shorter one would be found everywhere.
    return form.length < 4 ? [] : [form, form.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
