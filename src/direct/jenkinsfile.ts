/**
 * Reads a Jenkinsfile of one call with literal arguments, which is all that the direct world runs:
 *
 *     @Library('gig-ci@v1') _
 *     gigRouterPipeline(ecrRepo: 'gig-route-backend', apps: ['users', 'gigs'])
 *
 * Anything else needs Groovy itself, that is the engine world.
 */
import type { Value } from '../simulator/program';
import { Tokens, type Token } from './jenkinsfile-tokens';

export { JenkinsfileError } from './jenkinsfile-tokens';

/** The one call of a Jenkinsfile. */
export interface JenkinsfileCall {
  /** Missing where Jenkins loads the library implicitly. `version` is missing in `@Library('gig-ci') _`. */
  readonly library?: { readonly name: string; readonly version?: string };
  /** Name of the global variable, or the Pipeline step, that is called. */
  readonly name: string;
  /** In the order written. */
  readonly arguments: { readonly [name: string]: Value };
  /** `file:line` of the call. */
  readonly location: string;
}

/**
 * Reads a Jenkinsfile.
 * @param file path for messages
 * @throws JenkinsfileError for the first thing that is no call with literal arguments
 */
export function readJenkinsfile(text: string, file = 'Jenkinsfile'): JenkinsfileCall {
  return new JenkinsfileReader(file, new Tokens(file, text)).read();
}

const LITERAL_NAMES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class JenkinsfileReader {
  private token: Token;
  private following: Token;

  constructor(
    private readonly file: string,
    private readonly tokens: Tokens,
  ) {
    this.token = tokens.next();
    this.following = tokens.next();
  }

  read(): JenkinsfileCall {
    const library = this.library();
    if (library !== undefined) this.endStatement();
    const name = this.token;
    if (name.kind !== 'name') return this.unexpected('the name of a global variable');
    this.advance();
    const values = this.callArguments(name);
    this.endStatement();
    if (this.token.kind !== 'end') this.fail('a second statement follows the call');
    return {
      ...(library && { library }),
      name: name.text,
      arguments: values,
      location: `${this.file}:${name.line}`,
    };
  }

  /** `@Library('gig-ci@v1') _` */
  private library(): JenkinsfileCall['library'] | undefined {
    // Jenkins may load a library implicitly.
    if (!this.is('@')) return undefined;
    this.advance();
    this.expectName('Library', 'the first annotation is not @Library');
    this.expect('(');
    const reference = this.token;
    if (reference.kind !== 'string') return this.unexpected('the name of one library');
    this.advance();
    this.expect(')');
    this.expectName('_', '@Library does not annotate _', 'Write an underscore behind it.');
    const [, name = '', version] = /^([^@]*)@?(.*)$/s.exec(reference.value) ?? [];
    if (name === '')
      this.tokens.fail(reference, '@Library names no library', "Write @Library('name@version') _.");
    return version === undefined || version === '' ? { name } : { name, version };
  }

  /** `(a: 1)`, `([a: 1])`, or `a: 1` up to the end of the line. */
  private callArguments(name: Token): { readonly [name: string]: Value } {
    if (this.endsStatement()) {
      this.tokens.fail(name, `'${name.text}' is not called`, `Write ${name.text}(), with its arguments.`);
    }
    if (!this.is('(')) return this.entries(undefined);
    this.advance();
    const values = this.is('[') ? this.argumentMap() : this.entries(')');
    this.expect(')');
    return values;
  }

  private argumentMap(): { readonly [name: string]: Value } {
    this.expect('[');
    const values = this.is(':') ? this.emptyMap() : this.entries(']');
    this.expect(']');
    return values;
  }

  /** Named values with commas between them and, where a bracket closes them, perhaps one behind the last. */
  private entries(closing: ')' | ']' | undefined): { readonly [name: string]: Value } {
    const entries = new Map<string, Value>();
    while (closing === undefined || !this.is(closing)) {
      const place = this.token;
      const key = this.key();
      if (entries.has(key)) this.tokens.fail(place, `'${key}' is given twice`, 'Keep one of the two.');
      this.expect(':');
      entries.set(key, this.value());
      if (!this.is(',')) break;
      this.advance();
    }
    return Object.fromEntries(entries);
  }

  private key(): string {
    const { token } = this;
    if (token.kind !== 'name' && token.kind !== 'string') return this.unexpected('the name of an argument');
    if (!isColon(this.following)) this.fail('an argument has no name');
    this.advance();
    return token.kind === 'string' ? token.value : token.text;
  }

  private value(): Value {
    const { token } = this;
    if (this.is('[')) return this.collection();
    this.advance();
    if (token.kind === 'string' || token.kind === 'number') return this.onlyLiteral(token.value);
    if (token.text === '-' && this.token.kind === 'number') {
      const { value } = this.token;
      this.advance();
      return this.onlyLiteral(0 - value);
    }
    if (token.kind === 'name' && LITERAL_NAMES.has(token.text)) {
      return this.onlyLiteral(LITERAL_NAMES.get(token.text) ?? null);
    }
    const what = token.kind === 'name' ? `'${token.text}'` : 'this';
    return this.tokens.fail(token, `${what} is no literal`);
  }

  /** Refuses `'a' + b` and `['a'][0]` at what follows the literal. */
  private onlyLiteral(value: Value): Value {
    const follows = this.is(',') || this.is(')') || this.is(']') || this.endsStatement();
    if (!follows) this.fail('a value is computed');
    return value;
  }

  /** `[]`, `[:]`, a list or a map. */
  private collection(): Value {
    this.expect('[');
    const value = this.is(':')
      ? this.emptyMap()
      : isColon(this.following)
        ? this.entries(']')
        : this.elements();
    this.expect(']');
    return this.onlyLiteral(value);
  }

  private emptyMap(): { readonly [name: string]: Value } {
    this.expect(':');
    return {};
  }

  private elements(): readonly Value[] {
    const elements: Value[] = [];
    while (!this.is(']')) {
      elements.push(this.value());
      if (!this.is(',')) break;
      this.advance();
    }
    return elements;
  }

  private advance(): void {
    this.token = this.following;
    this.following = this.tokens.next();
  }

  private is(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol;
  }

  private expect(symbol: string): void {
    if (!this.is(symbol)) this.unexpected(`'${symbol}'`);
    this.advance();
  }

  private expectName(name: string, reason: string, remedy?: string): void {
    if (this.token.kind !== 'name' || this.token.text !== name) this.fail(reason, remedy);
    this.advance();
  }

  private endsStatement(): boolean {
    return this.token.kind === 'end' || this.token.afterNewline || this.is(';');
  }

  private endStatement(): void {
    if (!this.endsStatement()) this.fail('the statement goes on behind what could be read');
    while (this.is(';')) this.advance();
  }

  private unexpected(expected: string): never {
    const { token } = this;
    const found = token.kind === 'end' ? 'the end of the file' : `'${token.text}'`;
    return this.fail(`${expected} is expected, not ${found}`);
  }

  private fail(reason: string, remedy?: string): never {
    return this.tokens.fail(this.token, reason, remedy);
  }
}

function isColon(token: Token): boolean {
  return token.kind === 'symbol' && token.text === ':';
}
