/** Makes a tree of the tokens: what stands between brackets becomes one node. */
import type {
  Hole,
  NameToken,
  NumberToken,
  Range,
  StringToken,
  SymbolToken,
  SyntaxProblem,
  Token,
} from './tokens';

/** What opens a group. */
export type Opening = '(' | '[' | '{';

/** Brackets with what stands between them. */
export interface Group extends Range {
  readonly kind: 'group';
  readonly newlineBefore: boolean;
  readonly open: Opening;
  readonly nodes: readonly Node[];
  /** Whether the closing bracket is there. */
  readonly isClosed: boolean;
}

/** A string whose holes are trees, too. */
type StringNode = Omit<StringToken, 'holes'> & { readonly holes: readonly (readonly Node[])[] };

/** What a text consists of, once its brackets are paired. */
export type Node = NameToken | SymbolToken | NumberToken | StringNode | Group;

/** A whole text in groups, and what is wrong with its brackets. */
export interface Tree {
  readonly nodes: readonly Node[];
  readonly problems: readonly SyntaxProblem[];
}

const CLOSING: { readonly [opening in Opening]: string } = { '(': ')', '[': ']', '{': '}' };
/** Deeper than any program, and shallow enough to walk through with functions that call themselves. */
const DEEPEST = 500;

/** @param end where the text ends */
export function readTree(tokens: readonly Token[], end: number): Tree {
  const builder = new TreeBuilder();
  return { nodes: builder.build(tokens, end), problems: builder.problems };
}

interface OpenGroup {
  readonly opening: SymbolToken & { readonly text: Opening };
  readonly nodes: Node[];
}

class TreeBuilder {
  readonly problems: SyntaxProblem[] = [];

  build(tokens: readonly Token[], end: number): readonly Node[] {
    const root: Node[] = [];
    const open: OpenGroup[] = [];
    let tooDeep = 0;
    for (const token of tokens) {
      const siblings = open.at(-1)?.nodes ?? root;
      if (token.kind === 'string') siblings.push(this.withTrees(token));
      else if (isOpening(token)) {
        if (open.length < DEEPEST) open.push({ opening: token, nodes: [] });
        else if (tooDeep++ === 0) this.reportDepth(token);
      } else if (!isClosing(token)) siblings.push(token);
      else if (tooDeep > 0) tooDeep--;
      else this.close(open, root, token);
    }
    this.closeDownTo(0, open, root, { start: end, text: undefined });
    return root;
  }

  /** Closes the innermost group that the bracket fits, after the groups inside that lack theirs. */
  private close(open: OpenGroup[], root: Node[], token: SymbolToken): void {
    const { start, end, text } = token;
    const fits = open.findLastIndex(({ opening }) => CLOSING[opening.text] === text);
    const group = open[fits];
    if (group === undefined) {
      const reason = `'${text}' closes nothing`;
      this.problems.push({ start, end, reason, remedy: 'Delete it, or open it before.' });
      return;
    }
    this.closeDownTo(fits + 1, open, root, token);
    open.pop();
    addGroup(group, open, root, { end, isClosed: true });
  }

  /** Closes groups without a closing bracket until so many are left. */
  private closeDownTo(
    count: number,
    open: OpenGroup[],
    root: Node[],
    { start, text }: { readonly start: number; readonly text: string | undefined },
  ): void {
    const before = text === undefined ? 'the end of the file' : `'${text}'`;
    for (let group = open.at(-1); group !== undefined && open.length > count; group = open.at(-1)) {
      open.pop();
      const { opening } = group;
      const closing = CLOSING[opening.text];
      this.problems.push({
        start: opening.start,
        end: opening.end,
        reason: `'${opening.text}' is not closed: '${closing}' is expected before ${before}`,
        remedy: `Write '${closing}' where it ends.`,
      });
      addGroup(group, open, root, { end: start, isClosed: false });
    }
  }

  private withTrees(token: StringToken): StringNode {
    return { ...token, holes: token.holes.map((hole) => this.holeTree(hole)) };
  }

  private holeTree({ tokens, end }: Hole): readonly Node[] {
    return this.build(tokens, end);
  }

  private reportDepth({ start, end }: Range): void {
    const reason = `brackets are nested more than ${DEEPEST} deep, and what is inside is not read`;
    this.problems.push({ start, end, reason, remedy: 'Split it into variables or methods.' });
  }
}

function addGroup(
  { opening, nodes }: OpenGroup,
  open: readonly OpenGroup[],
  root: Node[],
  ending: Pick<Group, 'end' | 'isClosed'>,
): void {
  const { start, newlineBefore, text } = opening;
  const siblings = open.at(-1)?.nodes ?? root;
  siblings.push({ kind: 'group', open: text, nodes, start, newlineBefore, ...ending });
}

function isOpening(token: Token): token is OpenGroup['opening'] {
  return token.kind === 'symbol' && token.text in CLOSING;
}

function isClosing(token: Token): token is SymbolToken {
  return token.kind === 'symbol' && (token.text === ')' || token.text === ']' || token.text === '}');
}

/** Whether a node is that symbol. */
export function isSymbol(node: Node | undefined, text: string): boolean {
  return node?.kind === 'symbol' && node.text === text;
}

/** Whether a node is that name. */
export function isName(node: Node | undefined, text: string): boolean {
  return node?.kind === 'name' && node.text === text;
}

/** `[]`, which in a type makes it one of arrays. */
export function isEmptyBrackets(node: Node | undefined): boolean {
  return isGroup(node, '[') && node.nodes.length === 0;
}

/** Whether a node is a group with that bracket. */
export function isGroup(node: Node | undefined, open: Opening): node is Group {
  return node?.kind === 'group' && node.open === open;
}
