/** Locks between the branches of a build: lockable-resources with one build. */

/** Who holds a lock or waits for it. */
export interface LockUser {
  /** Continues the step that waits for the lock, which it holds now. */
  wake(): void;
}

/** A lockable resource: one user at a time, the others in the order in which they came. */
export class Lock {
  private holder: LockUser | undefined;
  private readonly waiting: LockUser[] = [];

  /**
   * Takes the lock, or queues for it and returns `false`: then {@link LockUser.wake} tells when it is taken.
   * @param overtake whether to queue before all others (`inversePrecedence`)
   */
  acquire(user: LockUser, overtake: boolean): boolean {
    if (this.holder === undefined) {
      this.holder = user;
      return true;
    }
    if (overtake) this.waiting.unshift(user);
    else this.waiting.push(user);
    return false;
  }

  /** Gives the lock to the next in the queue, or leaves the queue when the user does not hold it. */
  release(user: LockUser): void {
    if (this.holder !== user) {
      this.waiting.splice(this.waiting.indexOf(user), 1);
      return;
    }
    this.holder = this.waiting.shift();
    this.holder?.wake();
  }
}
