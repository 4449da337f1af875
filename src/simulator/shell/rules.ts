/** Which rule of a scenario answers a command. */
import type { CommandRule } from '../scenario';

/** What a rule is matched against. */
export type Command =
  /** A resource script, by its file name. */
  | { readonly kind: 'script'; readonly name: string }
  /** Any other command, by text that it contains. */
  | { readonly kind: 'inline'; readonly text: string };

/** The rules with their counts of calls, which go on through a run. */
export class CommandRules {
  private readonly rules: readonly { readonly rule: CommandRule; calls: number }[];

  constructor(rules: readonly CommandRule[]) {
    this.rules = rules.map((rule) => ({ rule, calls: 0 }));
  }

  /** The first rule that matches this call. A rule counts the calls of its command, also those that another rule answers. */
  answer(command: Command): CommandRule | undefined {
    let answer: CommandRule | undefined;
    for (const entry of this.rules) {
      if (!matches(entry.rule, command)) continue;
      entry.calls += 1;
      if (entry.rule.call === undefined || entry.rule.call === entry.calls) answer ??= entry.rule;
    }
    return answer;
  }
}

function matches(rule: CommandRule, command: Command): boolean {
  return command.kind === 'script' ? rule.command === command.name : command.text.includes(rule.command);
}
