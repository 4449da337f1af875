/**
 * Documents that know where a line may be broken, and the one function that turns them into text: a group stands on one
 * line when it fits, else each of its `line`s is a line break. (The algorithm is Lindig's "Strictly Pretty".)
 */
import type { Origin } from './tree';

/** A document: text, and how it may be broken into lines. */
export type Layout =
  | string
  | { readonly kind: 'sequence'; readonly parts: readonly Layout[] }
  /** Stands on one line when it fits. */
  | { readonly kind: 'group'; readonly content: Layout }
  /** A line break in a broken group, `flat` in one that fits. */
  | { readonly kind: 'line'; readonly flat: string }
  /** Always a line break. */
  | { readonly kind: 'newline' }
  /** On one line, however long it is: a hole of a GString must not hold a line break. */
  | { readonly kind: 'unbroken'; readonly content: Layout }
  /** One level deeper; in a group that fits, no deeper. */
  | { readonly kind: 'indent'; readonly content: Layout }
  /** Statements inside an expression: one level deeper and broken, whatever the group around does. */
  | { readonly kind: 'block'; readonly content: Layout }
  /** Text for a broken group only, or for a fitting one only. */
  | { readonly kind: 'choice'; readonly broken: string; readonly flat: string }
  /** A constant with line breaks of its own, and the same with escapes, for where none may be. */
  | { readonly kind: 'constant'; readonly lines: string; readonly escaped: string }
  /** No text: the line of the text around it is the first or the last of what has that name. */
  | { readonly kind: 'mark'; readonly name: string; readonly end: keyof Lines }
  /** Lines that begin in the content come from this place. */
  | { readonly kind: 'origin'; readonly origin: Origin; readonly content: Layout };

/** The first and the last line of a piece of text, from 1. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A line break where the group is broken, else a blank. */
export const line: Layout = { kind: 'line', flat: ' ' };
/** A line break where the group is broken, else nothing. */
export const softLine: Layout = { kind: 'line', flat: '' };
/** A line break. */
export const newline: Layout = { kind: 'newline' };

/** One part behind the other. */
export function sequence(...parts: readonly Layout[]): Layout {
  return { kind: 'sequence', parts };
}

/** Parts that stand on one line when they fit. */
export function group(...parts: readonly Layout[]): Layout {
  return { kind: 'group', content: sequence(...parts) };
}

/** Parts that stand on one line however long it is. */
export function unbroken(...parts: readonly Layout[]): Layout {
  return { kind: 'unbroken', content: sequence(...parts) };
}

/** Parts one level deeper, where the group is broken. */
export function indent(...parts: readonly Layout[]): Layout {
  return { kind: 'indent', content: sequence(...parts) };
}

/** Parts one level deeper, each break a line break. */
export function block(...parts: readonly Layout[]): Layout {
  return { kind: 'block', content: sequence(...parts) };
}

/** Text that depends on whether the group around it is broken. */
export function choice(broken: string, flat: string): Layout {
  return { kind: 'choice', broken, flat };
}

/** The parts with a separator between each two. */
export function joined(parts: readonly Layout[], separator: Layout): Layout {
  // No arguments of a call: a file may have more parts than the stack holds.
  return {
    kind: 'sequence',
    parts: parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])),
  };
}

/** Marks the content with its place in TypeScript, when it has one. */
export function from(origin: Origin | undefined, content: Layout): Layout {
  return origin === undefined ? content : { kind: 'origin', origin, content };
}

/** The parts, whose lines the rendering gives by that name. */
export function marked(name: string, ...parts: readonly Layout[]): Layout {
  return sequence({ kind: 'mark', name, end: 'first' }, ...parts, { kind: 'mark', name, end: 'last' });
}

/** How a layout is set. */
interface Setting {
  readonly indentation: number;
  readonly flat: boolean;
  readonly isUnbroken: boolean;
  readonly origin: Origin | undefined;
}

interface Task {
  readonly layout: Layout;
  readonly setting: Setting;
}

/** Text and, for each of its lines (from 1), the innermost origin of what begins the line. */
export interface Rendering {
  readonly text: string;
  /** The lines of what is marked, by its name. */
  readonly marked: ReadonlyMap<string, Lines>;
  readonly origins: ReadonlyMap<number, Origin>;
}

const indentationStep = 4;

/** What is left of a line while text is put on it. */
interface Remainder {
  columns: number;
  /** Nothing that follows stands on this line. */
  hasEnded: boolean;
}

/**
 * Whether what `first` and the tasks behind it put on the current line is at most `width` characters. The rest of the
 * stack counts only up to its next possible line break.
 */
function fits(first: Layout, setting: Setting, rest: readonly Task[], width: number): boolean {
  const remainder: Remainder = { columns: width, hasEnded: false };
  take(remainder, first, true, setting.isUnbroken);
  for (let next = rest.length - 1; next >= 0 && !remainder.hasEnded && remainder.columns >= 0; next--) {
    const task = rest[next];
    if (task !== undefined) take(remainder, task.layout, task.setting.flat, task.setting.isUnbroken);
  }
  return remainder.columns >= 0;
}

/** Takes the columns of a layout from the line. */
function take(remainder: Remainder, layout: Layout, flat: boolean, isUnbroken: boolean): void {
  if (typeof layout === 'string') {
    const end = layout.indexOf('\n');
    remainder.columns -= end === -1 ? layout.length : end;
    remainder.hasEnded = end !== -1;
    return;
  }
  switch (layout.kind) {
    case 'sequence':
      for (const part of layout.parts) {
        take(remainder, part, flat, isUnbroken);
        if (remainder.hasEnded || remainder.columns < 0) return;
      }
      return;
    case 'unbroken':
      take(remainder, layout.content, true, true);
      return;
    case 'group':
    case 'indent':
    case 'origin':
      take(remainder, layout.content, flat, isUnbroken);
      return;
    case 'constant':
      take(remainder, isUnbroken ? layout.escaped : layout.lines, flat, isUnbroken);
      return;
    case 'block':
    case 'newline':
      remainder.hasEnded = true;
      return;
    case 'line':
      if (flat) remainder.columns -= layout.flat.length;
      else remainder.hasEnded = true;
      return;
    case 'choice':
      remainder.columns -= (flat ? layout.flat : layout.broken).length;
      return;
    case 'mark':
  }
}

/**
 * Turns a layout into text.
 * @param width columns that a line should not exceed; a line without a place to break may
 */
export function render(whole: Layout, width: number): Rendering {
  const text = new Text();
  const stack: Task[] = [
    { layout: whole, setting: { indentation: 0, flat: false, isUnbroken: false, origin: undefined } },
  ];
  const push = (layout: Layout, setting: Setting): void => {
    stack.push({ layout, setting });
  };

  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    const { layout, setting } = task;
    if (typeof layout === 'string') {
      text.write(layout, setting);
      continue;
    }
    const { indentation, flat } = setting;
    switch (layout.kind) {
      case 'sequence':
        for (let index = layout.parts.length - 1; index >= 0; index--)
          push(layout.parts[index] ?? '', setting);
        break;
      case 'group': {
        const isFlat = flat || fits(layout.content, setting, stack, width - text.columnAt(indentation));
        push(layout.content, isFlat === flat ? setting : { ...setting, flat: isFlat });
        break;
      }
      case 'unbroken':
        push(layout.content, { ...setting, flat: true, isUnbroken: true });
        break;
      case 'indent':
        push(layout.content, flat ? setting : { ...setting, indentation: indentation + indentationStep });
        break;
      case 'block':
        push(layout.content, { ...setting, indentation: indentation + indentationStep, flat: false });
        break;
      case 'constant':
        text.write(setting.isUnbroken ? layout.escaped : layout.lines, setting);
        break;
      case 'origin':
        push(layout.content, { ...setting, origin: layout.origin });
        break;
      case 'line':
        if (flat) text.write(layout.flat, setting);
        else text.breakLine();
        break;
      case 'newline':
        text.breakLine();
        break;
      case 'choice':
        text.write(flat ? layout.flat : layout.broken, setting);
        break;
      case 'mark':
        text.mark(layout.name, layout.end);
        break;
    }
  }
  return text.rendering();
}

/** Collects what is written, and knows where it is. */
class Text {
  private text = '';
  private readonly origins = new Map<number, Origin>();
  private readonly marked = new Map<string, Lines>();
  private lineNumber = 1;
  private column = 0;

  /** The column that the next text begins at. */
  columnAt(indentation: number): number {
    return this.column === 0 ? indentation : this.column;
  }

  write(text: string, { indentation, origin }: Setting): void {
    if (text === '') return;
    if (this.column === 0 && !text.startsWith('\n')) {
      this.text += ' '.repeat(indentation);
      this.column = indentation;
    }
    if (origin !== undefined && !this.origins.has(this.lineNumber)) {
      this.origins.set(this.lineNumber, origin);
    }
    this.text += text;
    const end = text.lastIndexOf('\n');
    if (end === -1) {
      this.column += text.length;
    } else {
      this.lineNumber += text.split('\n').length - 1;
      this.column = text.length - end - 1;
    }
  }

  breakLine(): void {
    this.text += '\n';
    this.lineNumber++;
    this.column = 0;
  }

  mark(name: string, end: keyof Lines): void {
    const known = this.marked.get(name) ?? { first: this.lineNumber, last: this.lineNumber };
    this.marked.set(name, { ...known, [end]: this.lineNumber });
  }

  rendering(): Rendering {
    return { text: this.text, origins: this.origins, marked: this.marked };
  }
}
