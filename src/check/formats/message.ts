/** What a finding says in one line. */
import type { Finding } from '../findings';

/** `gigTrivyScan: severty is not a parameter; did you mean 'severity'?` */
export function fullMessage({ call, path, message, remedy }: Finding): string {
  const about = [...(call === undefined ? [] : [`${call.name}:`]), ...(path === undefined ? [] : [path])];
  const said = [...about, message].join(' ');
  return remedy === undefined ? said : `${said}${/[.?!]$/.test(said) ? '' : '.'} ${remedy}`;
}
