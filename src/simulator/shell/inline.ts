/** A constant command of an author. */
import type { Build } from '../build';
import { type CommandResult, toolMissing } from './shell';
import { leadingTool } from './tools';

/** Succeeds and prints nothing, unless its tool is missing or a rule of the scenario says otherwise. */
export function runInline(text: string, build: Build): CommandResult {
  const rule = build.commands.answer({ kind: 'inline', text });
  const tool = leadingTool(text);
  if (tool !== undefined && !build.hasTool(tool)) return toolMissing(`script.sh: ${tool}: not found`);
  return { exit: rule?.exit ?? 0, output: rule?.output ?? '', messages: '', seconds: rule?.seconds ?? 1 };
}
