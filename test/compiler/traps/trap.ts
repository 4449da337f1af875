/**
 * What Groovy would make of TypeScript that is simply printed: each trap is a program that shows it, or code that is
 * refused because of it.
 */

/** A program: `say` echoes a value as JSON. What it must say is JavaScript's, and is written down here. */
export interface TrapProgram {
  /** `trap 4: …`; several programs may show one trap. */
  readonly title: string;
  /** Functions and constants of the module, beside the default function. */
  readonly module?: string;
  /** Body of the default function. */
  readonly body: string;
  readonly said: readonly string[];
}

/** Code that is refused. */
export interface TrapRefusal {
  readonly title: string;
  readonly module?: string;
  readonly body?: string;
  readonly code: string;
  /** Part of the message, where it matters. */
  readonly message?: string;
}
