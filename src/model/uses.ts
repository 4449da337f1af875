/** What a global variable reaches, itself or through what it calls; the compiler finds it out. */
export interface Uses {
  /** Pipeline steps and describables by name, sorted; `optional`: only where its plugin is installed. */
  readonly steps: ReadonlyMap<string, 'required' | 'optional'>;
  /** Scripts of `resources/gig-ci/`, sorted. */
  readonly scripts: readonly string[];
  /** Constant commands, as they stand in the Groovy, sorted. */
  readonly commands: readonly string[];
  /** Other global variables that it calls, sorted. */
  readonly globalVariables: readonly string[];
}
