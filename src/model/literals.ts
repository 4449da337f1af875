/** The order of string literals in a union: as written, not as the checker happened to meet them. */
import ts from 'typescript';

/**
 * Sorts the literals of a union as the declaration, and the type aliases that it names, write them.
 * @param declaration the property whose type is, or contains, the union
 */
export function literalsInOrder(
  checker: ts.TypeChecker,
  declaration: ts.Declaration,
  literals: readonly string[],
): readonly string[] {
  const written = [...writtenLiterals(checker, declaration, new Set())];
  const place = (literal: string): number => {
    const found = written.indexOf(literal);
    return found === -1 ? written.length : found;
  };
  return [...literals].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function* writtenLiterals(checker: ts.TypeChecker, node: ts.Node, visited: Set<ts.Node>): Generator<string> {
  if (visited.has(node)) return;
  visited.add(node);
  if (ts.isStringLiteral(node)) yield node.text;
  if (ts.isTypeReferenceNode(node)) {
    const symbol = checker.getSymbolAtLocation(node.typeName);
    const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const alias of (target?.declarations ?? []).filter(ts.isTypeAliasDeclaration)) {
      yield* writtenLiterals(checker, alias.type, visited);
    }
  }
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* writtenLiterals(checker, child, visited);
}
