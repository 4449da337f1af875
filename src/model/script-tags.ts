/** The tags of a script's header and what they add to its model. */
import { problems } from '../diagnostics/catalogue';
import { nearestName } from '../diagnostics/nearest-name';
import type { Problem } from '../diagnostics/problem';
import type { ScriptModel } from './model';
import type { ScriptHeader, ScriptTag } from './script-header';

/** What the tags of a script say. */
export type Declarations = Omit<ScriptModel, 'name' | 'summary' | 'shell'> & {
  /** `@uses causes`: the functions of `resources/gig-ci/shared/causes.sh`; what that declares counts as the script's own. */
  readonly uses: readonly string[];
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface TagForm {
  /** How the tag is written, for diagnostics. */
  readonly form: string;
  readonly shape: RegExp;
  /** Adds the matched parts to the declarations. */
  readonly declare: (declarations: Mutable<Declarations>, parts: Parts) => void;
}

/** The named groups of a shape; those that did not take part are `undefined`. */
type Parts = { readonly [group: string]: string | undefined };

type Tags = { readonly [tag: string]: TagForm };

const TAGS: Tags = {
  env: {
    form: '@env NAME[?] [list] text',
    shape: /^(?<name>[A-Z][A-Z0-9_]*)(?<optional>\?)?\s+(?<list>list\s+)?(?<text>\S.*)$/,
    declare: (declarations, { name = '', list, optional, text = '' }) => {
      const input = { name, list: list !== undefined, optional: optional !== undefined, summary: text };
      declarations.inputs = [...declarations.inputs, input];
    },
  },
  secret: {
    form: '@secret NAME[?] text',
    shape: /^(?<name>[A-Z][A-Z0-9_]*)(?<optional>\?)?\s+(?<text>\S.*)$/,
    declare: (declarations, { name = '', optional, text = '' }) => {
      const secret = { name, optional: optional !== undefined, summary: text };
      declarations.secrets = [...declarations.secrets, secret];
    },
  },
  out: {
    form: '@out name string|integer|boolean|list example text',
    shape:
      /^(?<name>[a-z][A-Za-z0-9]*)\s+(?<type>string|integer|boolean|list)\s+(?<example>\S+)\s+(?<text>\S.*)$/,
    declare: (declarations, { name = '', type, example = '', text = '' }) => {
      const output = { name, type: outputType(type), example, summary: text };
      declarations.outputs = [...declarations.outputs, output];
    },
  },
  acquires: effect('acquires'),
  releases: effect('releases'),
  publishes: effect('publishes'),
  aws: {
    form: '@aws service:Action',
    shape: /^(?<action>[a-z0-9-]+:[A-Z][A-Za-z]*)$/,
    declare: (declarations, { action = '' }) => {
      declarations.aws = [...declarations.aws, action];
    },
  },
  needs: {
    form: '@needs tool|tool',
    shape: /^(?<tools>[\w.-]+(\|[\w.-]+)*)$/,
    declare: (declarations, { tools = '' }) => {
      declarations.needs = [...declarations.needs, tools.split('|')];
    },
  },
  probes: {
    form: '@probes INPUT output',
    shape: /^(?<input>[A-Z][A-Z0-9_]*)\s+(?<output>[a-z][A-Za-z0-9]*)$/,
    declare: (declarations, { input = '', output = '' }) => {
      declarations.probes = { input, output };
    },
  },
  uses: {
    form: '@uses name',
    shape: /^(?<name>[a-z][a-z0-9-]*)$/,
    declare: (declarations, { name = '' }) => {
      declarations.uses = [...declarations.uses, name];
    },
  },
  payload: {
    form: '@payload INPUT',
    shape: /^(?<input>[A-Z][A-Z0-9_]*)$/,
    declare: (declarations, { input = '' }) => {
      declarations.payload = input;
    },
  },
  sends: {
    form: '@sends what to whom',
    shape: /^(?<sent>\S.* to .*\S)$/,
    declare: (declarations, { sent = '' }) => {
      declarations.sends = [...declarations.sends, sent];
    },
  },
};

/** Tags that say something about an input of one script: it has each once, and what scripts share has none of them. */
export const SINGLE_TAGS: ReadonlySet<string> = new Set(['probes', 'payload']);

const TAGS_OF_SHARED: Tags = Object.fromEntries(
  Object.entries(TAGS).filter(([tag]) => !SINGLE_TAGS.has(tag)),
);

/** A word for a resource: what is acquired must be released under the same word. */
function effect(kind: 'acquires' | 'releases' | 'publishes'): TagForm {
  return {
    form: `@${kind} word`,
    shape: /^(?<word>[a-z][A-Za-z0-9-]*)$/,
    declare: (declarations, { word = '' }) => {
      declarations[kind] = [...declarations[kind], word];
    },
  };
}

function outputType(written: string | undefined): ScriptModel['outputs'][number]['type'] {
  return written === 'integer' || written === 'boolean' || written === 'list' ? written : 'string';
}

/**
 * Reads the tags of a header.
 * @param report called for each tag that is wrong, which is then left out
 * @param kind whose header it is: what scripts share has fewer tags
 */
export function readTags(
  header: ScriptHeader,
  report: (tag: ScriptTag, problem: Problem) => void,
  kind: 'script' | 'shared' = 'script',
): Declarations {
  const tags = kind === 'shared' ? TAGS_OF_SHARED : TAGS;
  const declarations: Mutable<Declarations> = {
    inputs: [],
    secrets: [],
    outputs: [],
    acquires: [],
    releases: [],
    publishes: [],
    aws: [],
    needs: [],
    sends: [],
    uses: [],
  };
  for (const tag of header.tags) {
    const form = Object.hasOwn(tags, tag.name) ? tags[tag.name] : undefined;
    const match = form?.shape.exec(tag.text);
    if (form === undefined) report(tag, unknownTag(tag.name, Object.keys(tags)));
    else if (match?.groups === undefined) report(tag, problems.malformedScriptTag(tag.name, form.form));
    else form.declare(declarations, match.groups);
  }
  return declarations;
}

/** The line of the tag that declares a name, `APPS? list …` declares APPS, or of the first with that name: `@payload`. */
export function lineOfTag(tags: readonly ScriptTag[], name: string): number {
  const isMeant = (tag: ScriptTag): boolean =>
    `@${tag.name}` === name || tag.text.split(/[\s?]/, 1)[0] === name;
  return tags.find(isMeant)?.line ?? 1;
}

function unknownTag(name: string, known: readonly string[]): Problem {
  const nearest = nearestName(name, known);
  if (nearest !== undefined) return problems.misspelledScriptTag(name, nearest);
  return problems.unknownScriptTag(name, known.map((tag) => `@${tag}`).join(', '));
}
