/** Turns a Groovy syntax tree into text: the only maker of Groovy in the project. */
import { block, from, joined, marked, newline, render, sequence, type Layout, type Lines } from './layout';
import { renderBlock, renderParameterList } from './render-statement';
import { commentText } from './strings';
import type { LineMap } from './line-map';
import type { ClassFile, GroovyFile, Method, ScriptFile } from './tree';

/** Columns that a line should not exceed. */
const lineWidth = 120;

/** `@NonCPS` is imported by name: only Jenkins itself imports it for scripts. */
const nonCpsClass = 'com.cloudbees.groovy.cps.NonCPS';

/** A file as text, ending in a newline, and where each of its lines comes from. */
export interface PrintedFile {
  readonly text: string;
  readonly lines: LineMap;
  /** Where each of its methods stands, without documentation and annotations. */
  readonly methods: ReadonlyMap<string, Lines>;
}

/** Prints a file of the generated library. */
export function print(file: GroovyFile): PrintedFile {
  const { text, origins, marked: methods } = render(sequence(renderFile(file), newline), lineWidth);
  return { text, lines: { groovy: file.path, source: file.source, origins }, methods };
}

function renderFile(file: GroovyFile): Layout {
  switch (file.kind) {
    case 'script':
      return paragraphs([
        sequence(header(file), ...imports(file, newline)),
        ...file.methods.map(renderMethod),
        ...(file.atEnd ?? []).map(renderRemarks),
      ]);
    case 'class':
      return paragraphs([
        sequence(header(file), newline, `package ${file.packageName}`),
        ...imports(file),
        renderClass(file),
        ...(file.atEnd ?? []).map(renderRemarks),
      ]);
  }
}

/** Parts with a blank line between each two. */
function paragraphs(parts: readonly Layout[]): Layout {
  return joined(parts, sequence(newline, newline));
}

function header({ source, remarks = [] }: GroovyFile): Layout {
  return renderRemarks([`Generated from ${source} by gig-ci. Change that file, not this one.`, ...remarks]);
}

function renderRemarks(lines: readonly string[]): Layout {
  return joined(
    lines.map((line) => `// ${commentText(line)}`.trimEnd()),
    newline,
  );
}

/** The imports, sorted, as one paragraph behind the prefix; nothing when there are none. */
function imports(file: ScriptFile | ClassFile, ...prefix: readonly Layout[]): readonly Layout[] {
  const needed = file.methods.some(({ annotations }) => annotations.includes('NonCPS')) ? [nonCpsClass] : [];
  const names = [...new Set([...file.imports, ...needed])].sort();
  if (names.length === 0) {
    return [];
  }
  return [
    sequence(
      ...prefix,
      joined(
        names.map((name) => `import ${name}`),
        newline,
      ),
    ),
  ];
}

function renderClass({ name, documentation, methods }: ClassFile): Layout {
  const constructor = sequence(`private ${name}() {`, newline, '}');
  return sequence(
    renderDocumentation(documentation),
    `final class ${name} {`,
    newline,
    block(newline, paragraphs([constructor, ...methods.map(renderMethod)])),
    newline,
    '}',
  );
}

function renderMethod(method: Method): Layout {
  const { annotations, modifiers, returnType, name, parameters, body, origin } = method;
  // A modifier or a type begins a method; `def` stands for neither.
  const words = [...modifiers, ...(returnType === undefined ? [] : [returnType])];
  const declaration = `${words.length === 0 ? 'def' : words.join(' ')} ${name}`;
  return from(
    origin,
    sequence(
      ...(method.preface ?? []).flatMap((lines) => [renderRemarks(lines), newline, newline]),
      ...(method.remarks ?? []).flatMap((line) => [renderRemarks([line]), newline]),
      renderDocumentation(method.documentation),
      ...annotations.flatMap((annotation) => [`@${annotation}`, newline]),
      marked(name, declaration, renderParameterList(parameters), ' ', renderBlock(body)),
    ),
  );
}

/** The Groovydoc comment with its line break, or nothing. */
function renderDocumentation(documentation: readonly string[] | undefined): Layout {
  if (documentation === undefined || documentation.length === 0) {
    return '';
  }
  const lines = documentation.map(commentText);
  const [only, ...others] = lines;
  if (only !== undefined && others.length === 0) {
    return sequence(`/** ${only} */`, newline);
  }
  return sequence(
    '/**',
    newline,
    ...lines.flatMap((text) => [` * ${text}`.trimEnd(), newline]),
    ' */',
    newline,
  );
}
