/** The members of the language as the writer uses them: read from the table of the compiler, so a new entry is fuzzed at once. */
import ts from 'typescript';
import { builtins, type Builtin } from '../../../src/compiler/builtins';
import type { Domain } from '../../../src/compiler/builtins/builtin';

/** A type in a signature. Variables are `T`, `Result` and `Value`. */
export type Pattern =
  | {
      readonly kind:
        | 'text'
        | 'number'
        | 'flag'
        | 'nothing'
        | 'unknown'
        | 'primitive'
        | 'anyObject'
        | 'textOrPattern'
        | 'absent'
        | 'ten';
    }
  | { readonly kind: 'variable'; readonly name: string; readonly comparable: boolean }
  | { readonly kind: 'list' | 'record' | 'optional'; readonly of: Pattern }
  | { readonly kind: 'pairs'; readonly key: Pattern; readonly value: Pattern; readonly iterable: boolean }
  | { readonly kind: 'callback'; readonly parameters: readonly Pattern[]; readonly result: Pattern };

export interface MemberParameter {
  readonly pattern: Pattern;
  readonly optional: boolean;
  readonly domain: Domain | undefined;
}

export interface Member {
  readonly entry: Builtin;
  /** What stands in front of the dot; nothing for static members and global functions. */
  readonly receiver: 'text' | 'list' | 'number' | 'pattern' | 'set' | undefined;
  /** What the receiver must be, where `this` says more than the owner. */
  readonly receiverPattern: Pattern | undefined;
  readonly isProperty: boolean;
  readonly parameters: readonly MemberParameter[];
  readonly result: Pattern;
}

function readMember(entry: Builtin): Member {
  const source = ts.createSourceFile('m.ts', `interface M { ${entry.signature} }`, ts.ScriptTarget.ES2022);
  const [declaration] = source.statements;
  const [signature] =
    declaration !== undefined && ts.isInterfaceDeclaration(declaration) ? declaration.members : [];
  if (signature === undefined || !(ts.isMethodSignature(signature) || ts.isPropertySignature(signature)))
    throw new Error(`no signature: ${entry.signature}`);
  const read = (node: ts.TypeNode | undefined): Pattern => readPattern(node, source);
  const all = ts.isMethodSignature(signature) ? signature.parameters : [];
  const [receiver] = all.filter(isReceiver);
  const parameters = all.filter((parameter) => !isReceiver(parameter));
  return {
    entry,
    receiver: receivers.get(entry.owner),
    receiverPattern: receiver && read(receiver.type),
    isProperty: ts.isPropertySignature(signature),
    parameters: parameters.map((parameter, index) => ({
      pattern: patternOfOne(parameter, read(parameter.type)),
      optional: parameter.questionToken !== undefined || parameter.dotDotDotToken !== undefined,
      domain: entry.domain.args[index],
    })),
    result: read(signature.type),
  };
}

/** One value of a parameter that takes any number of them. */
function patternOfOne({ dotDotDotToken }: ts.ParameterDeclaration, pattern: Pattern): Pattern {
  return dotDotDotToken !== undefined && pattern.kind === 'list' ? pattern.of : pattern;
}

/** `this: readonly Element[][]` */
function isReceiver({ name }: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(name) && name.text === 'this';
}

const receivers: ReadonlyMap<string, Member['receiver']> = new Map([
  ['String', 'text'],
  ['Array', 'list'],
  ['Number', 'number'],
  ['RegExp', 'pattern'],
  ['Set', 'set'],
]);

const named: { readonly [text: string]: Pattern } = {
  string: { kind: 'text' },
  number: { kind: 'number' },
  boolean: { kind: 'flag' },
  void: { kind: 'nothing' },
  unknown: { kind: 'unknown' },
  object: { kind: 'anyObject' },
  undefined: { kind: 'absent' },
  '10': { kind: 'ten' },
  'string | RegExp': { kind: 'textOrPattern' },
  'string | number | boolean': { kind: 'primitive' },
  'value is readonly unknown[]': { kind: 'flag' },
};

function readPattern(node: ts.TypeNode | undefined, source: ts.SourceFile): Pattern {
  if (node === undefined) return { kind: 'nothing' };
  const text = node.getText(source);
  const read = (child: ts.TypeNode): Pattern => readPattern(child, source);
  const known = named[text];
  if (known !== undefined) return known;
  if (ts.isTypeOperatorNode(node) || ts.isParenthesizedTypeNode(node)) return read(node.type);
  if (ts.isFunctionTypeNode(node)) {
    return {
      kind: 'callback',
      parameters: node.parameters.map(({ type }) => readPattern(type, source)),
      result: read(node.type),
    };
  }
  if (ts.isArrayTypeNode(node)) {
    const [key, value] = ts.isTupleTypeNode(node.elementType) ? node.elementType.elements : [];
    if (key !== undefined && value !== undefined)
      return { kind: 'pairs', key: read(key), value: read(value), iterable: false };
    return { kind: 'list', of: read(node.elementType) };
  }
  if (ts.isUnionTypeNode(node) && text.endsWith('| undefined') && node.types[0] !== undefined)
    return { kind: 'optional', of: read(node.types[0]) };
  if (
    ts.isTypeLiteralNode(node) &&
    node.members[0] !== undefined &&
    ts.isIndexSignatureDeclaration(node.members[0])
  )
    return { kind: 'record', of: read(node.members[0].type) };
  if (ts.isTypeReferenceNode(node)) return readReference(node, source);
  throw new Error(`the writer knows no type '${text}'`);
}

function readReference(node: ts.TypeReferenceNode, source: ts.SourceFile): Pattern {
  const name = node.typeName.getText(source);
  const [argument] = node.typeArguments ?? [];
  if (argument === undefined) return { kind: 'variable', name, comparable: false };
  if (name === 'Comparable') return { kind: 'variable', name: argument.getText(source), comparable: true };
  const pair = ts.isTypeOperatorNode(argument) ? argument.type : argument;
  const [key, value] = name === 'Iterable' && ts.isTupleTypeNode(pair) ? pair.elements : [];
  if (key === undefined || value === undefined) throw new Error(`the writer knows no type '${name}'`);
  return { kind: 'pairs', key: readPattern(key, source), value: readPattern(value, source), iterable: true };
}

/** Their signatures say more than the writer understands, or what they give is only gone through: see `special.ts` and `sets.ts`. */
const writtenByHand: readonly string[] = ['SetConstructor.new', 'ArrayConstructor.from', 'String.matchAll'];

/** All others, in the order of the table. */
export const members: readonly Member[] = builtins
  .filter(({ owner, member }) => !writtenByHand.includes(`${owner}.${member}`))
  .map(readMember);
