/**
 * Reads a Jenkinsfile of calls and blocks whose values are written down, which is what the direct world runs:
 *
 *     @Library('gig-ci@v1') _
 *     def service = 'gig-route'
 *     node('linux') {
 *         gigRouterPipeline(ecrRepo: "${service}-backend", apps: ['users', 'gigs'], aws: [region: params.REGION])
 *     }
 *
 * Anything else needs Groovy itself, that is the engine world.
 */
import { steps } from '../jenkins';
import type { CallStatement, Expression, JenkinsfileScript, Statement } from './jenkinsfile-script';
import { ExpressionReader } from './jenkinsfile-values';
import type { Token } from './jenkinsfile-tokens';

export { JenkinsfileError } from './jenkinsfile-tokens';

/** What a variable may be declared as, and whether a value is of that type. */
const DECLARED: ReadonlyMap<string, (value: Expression) => boolean> = new Map<
  string,
  (value: Expression) => boolean
>([
  ['def', () => true],
  ['String', (value) => value.kind === 'template' || isText(value)],
  ['Map', ({ kind }) => kind === 'map'],
  ['List', ({ kind }) => kind === 'list'],
]);

function isText(value: Expression): boolean {
  return value.kind === 'literal' && typeof value.value === 'string';
}

/**
 * Reads a Jenkinsfile.
 * @param file path for messages
 * @throws JenkinsfileError for the first thing that Node cannot run
 */
export function readJenkinsfile(text: string, file = 'Jenkinsfile'): JenkinsfileScript {
  return new JenkinsfileReader(file, text).read();
}

class JenkinsfileReader extends ExpressionReader {
  read(): JenkinsfileScript {
    const library = this.library();
    if (library !== undefined) this.endStatement();
    if (this.token.kind === 'end') return this.unexpected('the name of a global variable');
    const statements = this.statements();
    if (this.is('}')) this.unexpected('the end of the file');
    return { ...(library && { library }), statements };
  }

  private statements(): readonly Statement[] {
    const statements: Statement[] = [];
    while (this.token.kind !== 'end' && !this.is('}')) {
      statements.push(this.statement());
      this.endStatement();
    }
    return statements;
  }

  private statement(): Statement {
    const { token, following } = this;
    if (token.kind !== 'name') return this.unexpected('the name of a global variable');
    const fits = DECLARED.get(token.text);
    const declares = fits !== undefined && following.kind === 'name' && !following.afterNewline;
    return declares ? this.declaration(fits) : this.call();
  }

  private declaration(fits: (value: Expression) => boolean): Statement {
    this.advance();
    const { token } = this;
    if (token.kind !== 'name') return this.unexpected('the name of a variable');
    if (this.defined.has(token.text)) this.fail(`'${token.text}' is defined twice`, 'Give one another name.');
    this.advance();
    this.expect('=');
    const place = this.token;
    const value = this.value();
    if (!fits(value)) this.tokens.fail(place, 'the value is not of the type of its variable');
    this.defined.set(token.text, value);
    return { kind: 'variable', name: token.text, value };
  }

  private call(): CallStatement {
    const name = this.token;
    if (name.kind !== 'name') return this.unexpected('the name of a global variable');
    if (this.defined.has(name.text)) this.fail(`'${name.text}' is a variable`);
    this.advance();
    const step = steps.get(name.text);
    const values = this.callArguments(name, step !== undefined);
    const location = `${this.file}:${name.line}`;
    if (!this.is('{')) return { kind: 'call', name: name.text, arguments: values, location };
    if (step?.body !== true) this.fail(`'${name.text}' is given a closure, which Node cannot hand over`);
    return { kind: 'call', name: name.text, arguments: values, body: this.block(), location };
  }

  /** `{ … }`; its variables are known inside alone. */
  private block(): readonly Statement[] {
    this.expect('{');
    const outer = new Map(this.defined);
    const statements = this.statements();
    this.defined = outer;
    this.expect('}');
    return statements;
  }

  /** `(a: 1)`, `([a: 1])`, or `a: 1` up to the end of the line. */
  private callArguments(name: Token, isStep: boolean): readonly Expression[] {
    if (this.is('{')) return [];
    if (this.endsStatement()) {
      this.tokens.fail(name, `'${name.text}' is not called`, `Write ${name.text}(), with its arguments.`);
    }
    const hasBrackets = this.is('(');
    if (hasBrackets) this.advance();
    const values = this.isEntry()
      ? [this.entries(hasBrackets ? ')' : undefined)]
      : this.values(hasBrackets, isStep);
    if (hasBrackets) this.expect(')');
    return values;
  }

  private values(hasBrackets: boolean, isStep: boolean): readonly Expression[] {
    if (hasBrackets && this.is(')')) return [];
    const place = this.token;
    const value = this.value();
    if (!isStep && this.resolved(value).kind !== 'map') this.tokens.fail(place, 'an argument has no name');
    if (this.is(',')) this.fail('a second argument has no name');
    return [value];
  }

  /** `@Library('gig-ci@v1') _` */
  private library(): JenkinsfileScript['library'] | undefined {
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
}
