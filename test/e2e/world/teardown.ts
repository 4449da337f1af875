/** What has to be undone, in reverse order, whatever of it fails. */
export class Teardown {
  private readonly tasks: { readonly name: string; readonly undo: () => Promise<void> | void }[] = [];

  /** Remembers how to undo what was just done. @param name for the message when undoing fails */
  add(name: string, undo: () => Promise<void> | void): void {
    this.tasks.push({ name, undo });
  }

  /** Undoes everything once. @throws AggregateError with all that failed, after the rest was undone */
  async run(): Promise<void> {
    const failures: Error[] = [];
    for (const { name, undo } of this.tasks.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        failures.push(new Error(`${name} is left: ${String(error)}`, { cause: error }));
      }
    }
    if (failures.length > 0) {
      throw new AggregateError(failures, failures.map(({ message }) => message).join('\n'));
    }
  }
}
