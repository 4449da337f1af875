/** Checkstyle's XML, which many tools of Jenkins read. Its schema is `checkstyle.xsd`. */
import type { CheckReport } from '../report';
import { fullMessage } from './message';

/** The report as XML. A file without findings stands there, too, and so does one that cannot be read. */
export function checkstyle(report: CheckReport): string {
  const files = report.files.map(({ file, findings }) => [
    `  <file name="${escape(file)}">`,
    ...findings.map((finding) => {
      const { line, column, severity, rule } = finding;
      return `    <error line="${line}" column="${column}" severity="${severity}" message="${escape(fullMessage(finding))}" source="gig-ci.${rule}"/>`;
    }),
    '  </file>',
  ]);
  const unreadable = report.unreadable.map(({ place, reason, remedy }) => [
    `  <file name="${escape(place)}">`,
    `    <error line="1" severity="error" message="${escape(`${reason}. ${remedy}`)}" source="gig-ci.unreadable"/>`,
    '  </file>',
  ]);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">'];
  return `${[...lines, ...files.flat(), ...unreadable.flat(), '</checkstyle>'].join('\n')}\n`;
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** XML 1.0 has no other control characters, not even as a reference, and no half of a surrogate pair. */
function escape(text: string): string {
  return text
    .replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
