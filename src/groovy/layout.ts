/**
 * Documents that know where a line may be broken, and the one function that turns them into text: a group stands on one
 * line when it fits, else each of its `line`s is a line break. (The algorithm is Lindig's "Strictly Pretty".)
 */
import type { Origin } from './tree';

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
  /** Lines that begin in the content come from this place. */
  | { readonly kind: 'origin'; readonly origin: Origin; readonly content: Layout };

export const line: Layout = { kind: 'line', flat: ' ' };
export const softLine: Layout = { kind: 'line', flat: '' };
export const newline: Layout = { kind: 'newline' };

export function sequence(...parts: readonly Layout[]): Layout {
  return { kind: 'sequence', parts };
}

export function group(...parts: readonly Layout[]): Layout {
  return { kind: 'group', content: sequence(...parts) };
}

export function unbroken(...parts: readonly Layout[]): Layout {
  return { kind: 'unbroken', content: sequence(...parts) };
}

export function indent(...parts: readonly Layout[]): Layout {
  return { kind: 'indent', content: sequence(...parts) };
}

export function block(...parts: readonly Layout[]): Layout {
  return { kind: 'block', content: sequence(...parts) };
}

/** Text that depends on whether the group around it is broken. */
export function choice(broken: string, flat: string): Layout {
  return { kind: 'choice', broken, flat };
}

/** The parts with a separator between each two. */
export function joined(parts: readonly Layout[], separator: Layout): Layout {
  return sequence(...parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}

/** Marks the content with its place in TypeScript, when it has one. */
export function from(origin: Origin | undefined, content: Layout): Layout {
  return origin === undefined ? content : { kind: 'origin', origin, content };
}

interface Task {
  readonly layout: Layout;
  readonly indentation: number;
  readonly flat: boolean;
  readonly isUnbroken: boolean;
  readonly origin: Origin | undefined;
}

/** Text and, for each of its lines (from 1), the innermost origin of what begins the line. */
export interface Rendering {
  readonly text: string;
  readonly origins: ReadonlyMap<number, Origin>;
}

const indentationStep = 4;

/**
 * Whether what `first` and the tasks behind it put on the current line is at most `width` characters. The rest of the
 * stack counts only up to its next possible line break.
 */
function fits(first: Task, rest: readonly Task[], width: number): boolean {
  let remaining = width;
  const pending: Task[] = [first];
  let next = rest.length;
  for (;;) {
    const task = pending.pop() ?? rest[--next];
    if (task === undefined) {
      return true;
    }
    const { layout, flat } = task;
    if (typeof layout === 'string') {
      const end = layout.indexOf('\n');
      remaining -= end === -1 ? layout.length : end;
      if (remaining < 0) {
        return false;
      }
      if (end !== -1) {
        return true;
      }
      continue;
    }
    switch (layout.kind) {
      case 'sequence':
        for (let index = layout.parts.length - 1; index >= 0; index--) {
          const part = layout.parts[index];
          if (part !== undefined) {
            pending.push({ ...task, layout: part });
          }
        }
        break;
      case 'unbroken':
        pending.push({ ...task, layout: layout.content, flat: true, isUnbroken: true });
        break;
      case 'group':
      case 'indent':
      case 'origin':
        pending.push({ ...task, layout: layout.content });
        break;
      case 'constant':
        pending.push({ ...task, layout: task.isUnbroken ? layout.escaped : layout.lines });
        break;
      case 'block':
      case 'newline':
        return true;
      case 'line':
        if (!flat) {
          return true;
        }
        pending.push({ ...task, layout: layout.flat });
        break;
      case 'choice':
        pending.push({ ...task, layout: flat ? layout.flat : layout.broken });
        break;
    }
  }
}

/**
 * Turns a layout into text.
 * @param width columns that a line should not exceed; a line without a place to break may
 */
export function render(layout: Layout, width: number): Rendering {
  const chunks: string[] = [];
  const origins = new Map<number, Origin>();
  let lineNumber = 1;
  let column = 0;
  const stack: Task[] = [{ layout, indentation: 0, flat: false, isUnbroken: false, origin: undefined }];

  const write = (text: string, { indentation, origin }: Task): void => {
    if (text === '') {
      return;
    }
    if (column === 0 && !text.startsWith('\n')) {
      chunks.push(' '.repeat(indentation));
      column = indentation;
    }
    if (origin !== undefined && !origins.has(lineNumber)) {
      origins.set(lineNumber, origin);
    }
    chunks.push(text);
    const end = text.lastIndexOf('\n');
    lineNumber += text.split('\n').length - 1;
    column = end === -1 ? column + text.length : text.length - end - 1;
  };

  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    const { layout: current, indentation, flat } = task;
    if (typeof current === 'string') {
      write(current, task);
      continue;
    }
    switch (current.kind) {
      case 'sequence':
        for (let index = current.parts.length - 1; index >= 0; index--) {
          const part = current.parts[index];
          if (part !== undefined) {
            stack.push({ ...task, layout: part });
          }
        }
        break;
      case 'group': {
        const attempt: Task = { ...task, layout: current.content, flat: true };
        const available = width - (column === 0 ? indentation : column);
        stack.push(flat || fits(attempt, stack, available) ? attempt : { ...attempt, flat: false });
        break;
      }
      case 'unbroken':
        stack.push({ ...task, layout: current.content, flat: true, isUnbroken: true });
        break;
      case 'indent':
        stack.push({
          ...task,
          layout: current.content,
          indentation: indentation + (flat ? 0 : indentationStep),
        });
        break;
      case 'block':
        stack.push({
          ...task,
          layout: current.content,
          indentation: indentation + indentationStep,
          flat: false,
        });
        break;
      case 'constant':
        write(task.isUnbroken ? current.escaped : current.lines, task);
        break;
      case 'origin':
        stack.push({ ...task, layout: current.content, origin: current.origin });
        break;
      case 'line':
        if (flat) {
          write(current.flat, task);
          break;
        }
        chunks.push('\n');
        lineNumber++;
        column = 0;
        break;
      case 'newline':
        chunks.push('\n');
        lineNumber++;
        column = 0;
        break;
      case 'choice':
        write(flat ? current.flat : current.broken, task);
        break;
    }
  }
  return { text: chunks.join(''), origins };
}
