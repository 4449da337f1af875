/** Regular expressions of the portable subset; the flag `g` is added where a member wants it. */
export const patterns: readonly string[] = [
  '/a/', '/^a/', '/a$/', '/^$/', '/./', '/^.$/', '/.+/', '/\\s/', '/\\s+/', '/\\S/', '/^\\S*$/', '/\\d+/', '/\\D/', '/\\w+/', '/\\W/',
  '/\\b/', '/\\ba/', '/a\\b/', '/\\B/', '/[a-c]+/', '/[^a-c]/', '/[-.]/', '/[\\s\\S]/', '/[\\w.-]+/', '/[^\\s]/', '/a|b/', '/(a)|(b)/',
  '/(a)(b)?/', '/(?:ab)+/', '/a{2}/', '/a{1,2}?/', '/a*?b/', '/a*/', '/x?/', '/(?=a)/', '/(?!a)./', '/A/i', '/[a-z]+/i', '/\\$/', '/\\\\/',
  '/[$&]/', '/\\u0041|a/', '/\\x41/', '/\\t|\\n|\\r/', '/[\\]\\[]/',
]; // prettier-ignore
