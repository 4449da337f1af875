/** Reads the values of a Jenkinsfile for the direct world: literals, known variables, `env.X`, `params.X`, and texts of these. */
import type { Value } from '../simulator/program';
import type { Expression } from './jenkinsfile-script';
import { Tokens, type HoleTokens, type Token } from './jenkinsfile-tokens';

const LITERAL_NAMES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** What the reading of statements is built on. */
export class ExpressionReader {
  protected token: Token;
  protected following: Token;
  protected readonly tokens: Tokens;
  /** The variables that are known here, with their initial values. */
  protected defined = new Map<string, Expression>();

  constructor(
    protected readonly file: string,
    text: string,
  ) {
    this.tokens = new Tokens(file, text);
    this.token = this.tokens.next();
    this.following = this.tokens.next();
  }

  protected value(): Expression {
    const { token } = this;
    if (this.is('[')) return this.collection();
    this.advance();
    switch (token.kind) {
      case 'string':
      case 'number':
        return this.whole({ kind: 'literal', value: token.value });
      case 'template':
        return this.whole({
          kind: 'template',
          parts: token.parts.map((part) => (typeof part === 'string' ? part : this.hole(part))),
        });
      case 'name':
        return this.whole(this.named(token));
      case 'symbol':
      case 'end':
        break;
    }
    if (token.text === '-' && this.token.kind === 'number') {
      const { value } = this.token;
      this.advance();
      return this.whole({ kind: 'literal', value: 0 - value });
    }
    return this.tokens.fail(token, 'this is no literal');
  }

  /** Refuses `'a' + b` and `['a'][0]` at what follows the value. */
  private whole(value: Expression): Expression {
    const follows = this.is(',') || this.is(')') || this.is(']') || this.is('{') || this.endsStatement();
    if (!follows) this.fail('a value is computed');
    return value;
  }

  private named(token: Token & { readonly kind: 'name' }): Expression {
    const literal = LITERAL_NAMES.get(token.text);
    if (literal !== undefined) return { kind: 'literal', value: literal };
    if (this.defined.has(token.text)) return { kind: 'variable', name: token.text };
    const object = objectOf(token.text);
    if (object === undefined || !this.is('.'))
      return this.tokens.fail(token, `'${token.text}' is no literal`);
    this.advance();
    const property = this.token;
    if (property.kind !== 'name') return this.unexpected(`a name behind '${object}.'`);
    this.advance();
    return { kind: 'property', object, name: property.text };
  }

  /** `${service}`, `${env.BRANCH_NAME}` */
  private hole({ tokens, position }: HoleTokens): Expression {
    const [first, dot, last, ...others] = tokens;
    const object = first?.kind === 'name' ? objectOf(first.text) : undefined;
    if (first?.kind === 'name' && dot === undefined && this.defined.has(first.text)) {
      const value = this.resolved({ kind: 'variable', name: first.text });
      const isText = value.kind === 'template' || value.kind === 'property' || isPrinted(value);
      if (isText) return { kind: 'variable', name: first.text };
    } else if (object !== undefined && dot?.kind === 'symbol' && dot.text === '.' && last?.kind === 'name') {
      if (others.length === 0) return { kind: 'property', object, name: last.text };
    }
    return this.tokens.fail(position, 'the value of a $ in double quotes is known only at run time');
  }

  /** What a variable was given in the end. */
  protected resolved(value: Expression): Expression {
    const known = value.kind === 'variable' ? this.defined.get(value.name) : undefined;
    return known === undefined ? value : this.resolved(known);
  }

  /** `[]`, `[:]`, a list or a map. */
  private collection(): Expression {
    this.expect('[');
    const value: Expression = this.is(':')
      ? this.emptyMap()
      : this.isEntry()
        ? this.entries(']')
        : this.elements();
    this.expect(']');
    return this.whole(value);
  }

  private emptyMap(): Expression {
    this.expect(':');
    return { kind: 'map', entries: [] };
  }

  private elements(): Expression {
    const elements: Expression[] = [];
    while (!this.is(']')) {
      elements.push(this.value());
      if (!this.is(',')) break;
      this.advance();
    }
    return { kind: 'list', elements };
  }

  /** Whether `name:` comes next. */
  protected isEntry(): boolean {
    return this.following.kind === 'symbol' && this.following.text === ':' && this.token.kind !== 'symbol';
  }

  /** Named values with commas between them and, where a bracket closes them, perhaps one behind the last. */
  protected entries(closing: ')' | ']' | undefined): Expression {
    const entries = new Map<string, Expression>();
    while (closing === undefined || !this.is(closing)) {
      const place = this.token;
      const key = this.key();
      if (entries.has(key)) this.tokens.fail(place, `'${key}' is given twice`, 'Keep one of the two.');
      this.expect(':');
      entries.set(key, this.value());
      if (!this.is(',')) break;
      this.advance();
    }
    return { kind: 'map', entries: [...entries] };
  }

  private key(): string {
    const { token } = this;
    if (token.kind !== 'name' && token.kind !== 'string') return this.unexpected('the name of an argument');
    if (!this.isEntry()) this.fail('an argument has no name');
    this.advance();
    return token.kind === 'string' ? token.value : token.text;
  }

  protected advance(): void {
    this.token = this.following;
    this.following = this.tokens.next();
  }

  protected is(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol;
  }

  protected expect(symbol: string): void {
    if (!this.is(symbol)) this.unexpected(`'${symbol}'`);
    this.advance();
  }

  protected expectName(name: string, reason: string, remedy?: string): void {
    if (this.token.kind !== 'name' || this.token.text !== name) this.fail(reason, remedy);
    this.advance();
  }

  protected endsStatement(): boolean {
    return this.token.kind === 'end' || this.token.afterNewline || this.is(';') || this.is('}');
  }

  protected endStatement(): void {
    if (!this.endsStatement()) this.fail('the statement goes on behind what could be read');
    while (this.is(';')) this.advance();
  }

  protected unexpected(expected: string): never {
    const { token } = this;
    const found = token.kind === 'end' ? 'the end of the file' : `'${token.text}'`;
    return this.fail(`${expected} is expected, not ${found}`);
  }

  protected fail(reason: string, remedy?: string): never {
    return this.tokens.fail(this.token, reason, remedy);
  }
}

function objectOf(name: string): 'env' | 'params' | undefined {
  return name === 'env' || name === 'params' ? name : undefined;
}

/** What Groovy and JavaScript print alike: a fraction would be a BigDecimal. */
function isPrinted(value: Expression): boolean {
  if (value.kind !== 'literal') return false;
  return typeof value.value === 'number' ? Number.isInteger(value.value) : typeof value.value !== 'object';
}
