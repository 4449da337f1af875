/** The JSDoc tags that say something about a parameter, whatever its type. */
import { problems } from '../diagnostics/catalogue';
import { nearestName } from '../diagnostics/nearest-name';
import type { ModelContext } from './context';
import type { Tag } from './documentation';
import type { DefaultValue, ParameterModel, TypeModel } from './model';

/** Their names. */
export const DETAIL_TAGS: readonly string[] = [
  'environment',
  'formerly',
  'deprecated',
  'since',
  'requires',
  'conflicts',
  'example',
];

type Details = Pick<
  ParameterModel,
  'environment' | 'formerly' | 'deprecated' | 'since' | 'requires' | 'conflicts' | 'examples'
>;

/** What the tags of a parameter say about it; one that is wrong is reported and left out. @param beside names beside it */
export function detailsOf(
  context: ModelContext,
  tags: readonly Tag[],
  type: TypeModel,
  beside: readonly string[],
): Details {
  const texts = (name: string, expectation: string, example: string, fits: RegExp): readonly string[] =>
    tags
      .filter((tag) => tag.name === name)
      .flatMap((tag) => {
        if (fits.test(tag.text)) return [tag.text.replace(/\s+/g, ' ')];
        context.report(tag.node, problems.malformedTag(name, expectation, `@${name} ${example}`));
        return [];
      });
  const others = (name: 'requires' | 'conflicts'): readonly string[] => {
    const named = texts(name, 'the name of a parameter beside it', 'credentialsId', NAME);
    return named.filter((other) => isBeside(context, tags, name, other, beside));
  };
  const environment = texts('environment', 'the name of a variable', 'NEXUS_URL', VARIABLE).at(0);
  if (environment !== undefined && type.kind !== 'string') {
    context.report(nodeOf(tags, 'environment'), problems.unfittingTag('environment', type.kind));
  }
  const deprecated = texts('deprecated', 'what to write instead', 'Give `image` instead.', /\S/).at(0);
  const since = texts('since', 'a version', '1.4.0', VERSION).at(0);
  const formerly = texts('formerly', 'the name that it had', 'repository', NAME).filter((name) => {
    const isTaken = beside.includes(name);
    if (isTaken) context.report(nodeOf(tags, 'formerly'), problems.takenFormerName(name));
    return !isTaken;
  });
  const isText = type.kind === 'string' || type.kind === 'literals';
  const written = texts('example', isText ? 'a text' : 'a value as JSON', isText ? 'main' : '["HIGH"]', /\S/);
  const examples = written.flatMap((text) => (isText ? [text] : (jsonOf(context, tags, text) ?? [])));
  return {
    ...(environment !== undefined && type.kind === 'string' && { environment }),
    ...listed('formerly', formerly),
    ...(deprecated !== undefined && { deprecated }),
    ...(since !== undefined && { since }),
    ...listed('requires', others('requires')),
    ...listed('conflicts', others('conflicts')),
    ...listed('examples', examples),
  };
}

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;
const VARIABLE = /^[A-Z][A-Z0-9_]*$/;
const VERSION = /^\d+\.\d+\.\d+$/;

function isBeside(
  context: ModelContext,
  tags: readonly Tag[],
  tag: string,
  other: string,
  beside: readonly string[],
): boolean {
  if (beside.includes(other)) return true;
  context.report(nodeOf(tags, tag), problems.unknownSibling(other, nearestName(other, beside) ?? ''));
  return false;
}

function nodeOf(tags: readonly Tag[], name: string): Tag['node'] {
  const tag = tags.find((each) => each.name === name);
  if (tag === undefined) throw new Error(`there is no @${name}`);
  return tag.node;
}

function listed<Name extends string, Value>(
  name: Name,
  values: readonly Value[],
): { readonly [Key in Name]?: readonly Value[] } {
  return values.length === 0 ? {} : ({ [name]: values } as { [Key in Name]: readonly Value[] });
}

/** The value that a JSON text says, in a list of its own; nothing, with a diagnostic, when it says none. */
function jsonOf(
  context: ModelContext,
  tags: readonly Tag[],
  text: string,
): readonly [DefaultValue] | undefined {
  try {
    return [JSON.parse(text) as DefaultValue];
  } catch {
    const expectation = problems.malformedTag('example', 'a value as JSON', '@example ["HIGH"]');
    context.report(nodeOf(tags, 'example'), expectation);
    return undefined;
  }
}
