/** Ways to get a secret out of the arrow that binds it. Each is refused, by the rule that it breaks. */

export interface Attempt {
  readonly title: string;
  /** The codes of what our compiler says, in the order of their places; TypeScript says things of its own. */
  readonly codes: string;
  /** What the arrow does that binds `token`. */
  readonly body: string;
  /** What stands before the function. */
  readonly declarations?: string;
}

export const attempt = (title: string, codes: string, body: string, declarations = ''): Attempt => ({
  title,
  codes,
  body,
  declarations,
});

const text = 'GIG3001';
const given = 'GIG3002';
const returned = 'GIG3003';
const stored = 'GIG3004';
const captured = 'GIG3005';
const used = 'GIG3009';
const read = 'GIG3012';

/** What the body of `withSecretText('id', (token) => { … })` tries. */
export const bodies: readonly Attempt[] = [
  attempt('echo', given, 'echo(token);'),
  attempt('echo in parentheses', given, 'echo((token));'),
  attempt('a message of error', given, 'error(token);'),
  attempt('the name of a stage', given, 'stage(token, () => { echo("x"); });'),
  attempt('the label of a node', given, 'node(token, () => { echo("x"); });'),
  attempt('the name of a lock', given, 'lock(token, () => { echo("x"); });'),
  attempt('an object of a step', given, 'writeFile({ file: "x", text: token });'),
  attempt('a shorthand of a step', given, 'const file = "x"; writeFile({ file, text: token });'),
  attempt('an object in an object of a step', stored, 'writeFile({ file: "x", ...{ text: token } });'),
  attempt('the environment of steps', given, 'withEnv({ OTHER: token }, () => { echo("x"); });'),
  attempt(
    'the environment by a computed name',
    given,
    'withEnv({ ["OTHER"]: token }, () => { echo("x"); });',
  ),
  attempt('a credentials id', given, 'withSecretText(token, (other) => { sh`x ${other}`; });'),
  attempt('a name of a branch', used, 'parallel({ [token]: () => { echo("x"); } });'),
  attempt('a template', text, 'echo(`x ${token}`);'),
  attempt('a template in a template', text, 'echo(`x ${`y ${token}`}`);'),
  attempt('a template in a command', text, 'sh`x ${`y ${token}`}`;'),
  attempt('a sum', text, 'echo("x" + token);'),
  attempt('a sum in a command', text, 'sh`x ${"y" + token}`;'),
  attempt('a text that grows', text, 'let all = "x"; all += token; echo(all);'),
  attempt('JSON', given, 'echo(JSON.stringify(token));'),
  attempt('JSON of an object', given, 'echo(JSON.stringify({ key: token }));'),
  attempt('JSON of a shorthand', given, 'echo(JSON.stringify({ token }));'),
  attempt('JSON of a list', stored, 'echo(JSON.stringify([token]));'),
  attempt('String()', given, 'echo(String(token));'),
  attempt('Object.keys', given, 'echo(Object.keys(token).join(""));'),
  attempt('Object.entries of an object', given, 'echo(JSON.stringify(Object.entries({ a: token })));'),
  attempt('join of a list', stored, 'echo([token].join(""));'),
  attempt('a method', used, 'echo(token.toString());'),
  attempt('an optional method', used, 'echo(token?.toString() ?? "");'),
  attempt('an element', used, 'echo(token["length"]);'),
  attempt('a key of an object', used, 'const all = { x: 1 }; echo(String(all[token]));'),
  attempt('a computed key', used, 'echo(JSON.stringify({ [token]: 1 }));'),
  attempt('a search', given, 'if (["x"].includes(token)) echo("yes");'),
  attempt('a comparison', used, 'if (token === "x") echo("yes");'),
  attempt('an order', used, 'if (token < "m") echo("before m");'),
  attempt('a condition', used, 'if (token) echo("there");'),
  attempt('a negation', used, 'if (!token) echo("not there");'),
  attempt('a switch', used, 'switch (token) { default: echo("x"); }'),
  attempt('a choice', used, 'echo(true ? token : "x");'),
  attempt('a choice in a command', used, 'sh`x ${1 > 2 ? token : "x"}`;'),
  attempt('a default', used, 'echo(token ?? "x");'),
  attempt('a default assignment', used, 'let copy: unknown; copy ??= token; echo(JSON.stringify(copy));'),
  attempt('a comma', used, 'echo((0, token));'),
  attempt('a loop over it', used, 'for (const each of token) echo(each);'),
  attempt('a loop over a list', stored, 'for (const each of [token]) echo(JSON.stringify(each));'),
  attempt('a statement', used, 'token;'),
  attempt('a constant', stored, 'const copy = token; echo(JSON.stringify(copy));'),
  attempt('a constant of type unknown', stored, 'const copy: unknown = token; echo(JSON.stringify(copy));'),
  attempt('a variable of the caller', stored, 'saved = token;'),
  attempt('a property of the caller', stored, 'box.inside = token;'),
  attempt('push', given, 'list.push(token);'),
  attempt('a spread into a list', stored, 'echo(JSON.stringify([...token]));'),
  attempt('a spread into an object', used, 'echo(JSON.stringify({ ...token }));'),
  attempt('a value for a primitive', given, 'withDeadline(1, token, () => { echo("x"); });'),
  attempt('a search in a text', given, 'if ("abc".includes(token)) echo("yes");'),
  attempt('a replacement', given, 'echo("abc".replace("b", token));'),
  attempt('a length', used, 'echo(String(token.length));'),
  attempt('a member of an object', stored, 'const copy = { token }.token; echo(JSON.stringify(copy));'),
  attempt('a list in a command', stored, 'sh`x ${[token]}`;'),
  attempt('a member of an object in a command', stored, 'sh`x ${{ token }.token}`;'),
  attempt(
    'the result of a command in a closure of a branch',
    returned,
    'const all = parallel({ a: () => { sh`x ${token}`; return token; } }); echo(JSON.stringify(all));',
  ),
  attempt('a spread into arguments', stored, 'say(...token);'),
  attempt('a pattern', stored, 'const { toString } = token; echo(JSON.stringify(toString));'),
  attempt('a pattern of a list', stored, 'const [copy] = [token]; echo(JSON.stringify(copy));'),
  attempt('a pattern of an object', stored, 'const { copy } = { copy: token }; echo(JSON.stringify(copy));'),
  attempt('a default in a pattern', used, 'const { copy = token } = box; echo(JSON.stringify(copy));'),
  attempt('an assigned pattern', stored, '[saved] = [token];'),
  attempt('a cast', used, 'echo(token as unknown as string);'),
  attempt('a cast in a command', used, 'sh`x ${token as unknown as string}`;'),
  attempt('satisfies', used, 'echo(JSON.stringify(token satisfies unknown));'),
  attempt('an assertion that it is there', `GIG1064 ${used}`, 'echo(JSON.stringify(token!));'),
  attempt('a function', given, 'say(token);'),
  attempt('a function that takes any type', given, 'echo(JSON.stringify(same(token)));'),
  attempt('an optional call', given, 'const hook = say; hook?.(token);'),
  attempt(
    'a function value',
    given,
    'const hook = (value: unknown): void => { echo(JSON.stringify(value)); }; hook(token);',
  ),
  attempt(
    'a default of a parameter',
    stored,
    'const hook = (value: unknown = token): void => { echo(JSON.stringify(value)); }; hook();',
  ),
  attempt(
    'a default of a callback',
    stored,
    '["x"].forEach((each, copy: unknown = token) => { echo(each + JSON.stringify(copy)); });',
  ),
  attempt('a closure', returned, 'const hook = (): unknown => token; echo(JSON.stringify(hook()));'),
  attempt('a closure that runs a command', captured, 'const hook = (): void => { sh`x ${token}`; }; hook();'),
  attempt('a closure given to a function', `GIG4203 ${captured}`, 'run(() => { sh`x ${token}`; });'),
  attempt(
    'a closure in an object',
    captured,
    'const hooks = { after: (): void => { sh`x ${token}`; } }; hooks.after();',
  ),
  attempt(
    'a closure in a list',
    captured,
    'const hooks = [(): void => { sh`x ${token}`; }]; for (const hook of hooks) hook();',
  ),
  attempt('the result of a callback', returned, 'echo(JSON.stringify(["x"].map(() => token)));'),
  attempt('the result of reduce', given, 'echo(JSON.stringify(["x"].reduce((all: unknown) => all, token)));'),
  attempt('the result of a stage', returned, 'echo(JSON.stringify(stage("x", () => token)));'),
  attempt('the result of a branch', returned, 'echo(JSON.stringify(parallel({ a: () => token })));'),
  attempt('the result of a deadline', returned, 'echo(JSON.stringify(withDeadline(1, "x", () => token)));'),
  attempt('a thrown error', used, 'throw new Error(token);'),
  attempt('a thrown value', used, 'throw token;'),
  attempt(
    'a caught error',
    used,
    'try { throw new Error(token); } catch (failure) { if (failure instanceof Error) echo(failure.message); }',
  ),
  attempt('instanceof', `${used} ${used}`, 'if (token instanceof Error) echo(token.message);'),
  attempt('typeof', `GIG1065 ${used}`, 'echo(typeof token);'),
  attempt('a tag of its own', given, 'echo(tag`x ${token}`);'),
  attempt('String.raw', given, 'echo(String.raw`x ${token}`);'),
  attempt('a template that another function takes', text, 'say(`${token}`);'),
  attempt(
    'an input of a script that is no secret',
    stored,
    'const inputs = { PASSWORD: token }; script("push.sh", inputs);',
  ),
  attempt('a return', returned, 'return token;'),
  attempt('a return of an object', stored, 'return { token };'),
  attempt('a return of a list', stored, 'return [token];'),
  attempt('a return of a closure', captured, 'return (): void => { sh`x ${token}`; };'),
  attempt('its variable', read, 'echo(env.GIG_TOKEN ?? "");'),
  attempt('its variable in another case', read, 'echo(env["gig_token"] ?? "");'),
  attempt(
    'its variable behind the binding',
    read,
    'sh`x ${token}`; });\n  stage("x", () => { echo(env.GIG_TOKEN ?? "");',
  ),
  attempt(
    'a name that only the run knows',
    'GIG3048',
    'const name = "GIG_" + "TOKEN"; echo(env[name] ?? "");',
  ),
  attempt('the environment as a value', 'GIG3048', 'const all = env; echo(JSON.stringify(all));'),
  attempt('a pattern of the environment', 'GIG3048', 'const { GIG_TOKEN } = env; echo(GIG_TOKEN ?? "");'),
  attempt('a variable over it', 'GIG3013', 'withEnv({ gig_token: "x" }, () => { sh`x ${token}`; });'),
];

export const reach = 'GIG3014';

/** What else runs while a secret is bound: it would find the secret in its environment. */
export const neighbours: readonly Attempt[] = [
  attempt('a command', reach, 'sh`make`;'),
  attempt('a command that answers', reach, 'echo(sh.output`make`);'),
  attempt('a command in a condition', reach, 'if (sh.status`make` === 0) echo("x");'),
  attempt('a command in a stage', reach, 'stage("x", () => { sh`make`; });'),
  attempt(
    'a command in a branch',
    reach,
    'parallel({ a: () => { sh`x ${token}`; }, b: () => { sh`make`; } });',
  ),
  attempt('a command in a callback', reach, '["x"].forEach((each) => { sh`make ${each}`; });'),
  attempt('a command beside one that uses it', reach, 'sh`x ${token}`; sh`make`;'),
  attempt('a script', reach, 'script("make.sh", {});'),
  attempt('a step of the workspace', reach, 'writeFile({ file: "x", text: "y" });'),
  attempt('a function with a command', reach, 'make();'),
  attempt('a function that calls one', reach, 'makeAll();'),
  attempt('a closure with a command', reach, 'action();'),
  attempt('a closure of an object', reach, 'actions.after();'),
  attempt('a closure that may be absent', reach, 'actions.before?.();'),
  attempt('a closure as the body of a stage', reach, 'stage("x", action);'),
  attempt('a closure as the body of a primitive', reach, 'withEnv({ OTHER: "x" }, (action));'),
  attempt('a closure as a branch', reach, 'parallel({ a: action });'),
  attempt('branches from elsewhere', reach, 'parallel(branches);'),
  attempt(
    'a command that uses another secret',
    reach,
    'withSecretText("other", (inner) => { sh`x ${inner}`; });',
  ),
];

/** What stands in the place of the arrow, and what the function does around it. */
export const bindings: readonly Attempt[] = [
  attempt('a function as the body', 'GIG1048 GIG3007', 'withSecretText("id", say);'),
  attempt(
    'a function value as the body',
    'GIG3007',
    'const body = (token: unknown): void => { echo(JSON.stringify(token)); }; withSecretText("id", body);',
  ),
  attempt(
    'a choice of bodies',
    'GIG3007 GIG1048',
    'withSecretText("id", 1 > 2 ? say : (token) => { echo(JSON.stringify(token)); });',
  ),
  attempt(
    'a cast body',
    'GIG1063 GIG3007',
    'withSecretText("id", ((token: unknown) => { echo(JSON.stringify(token)); }) as (value: unknown) => void);',
  ),
  attempt(
    'a pattern as the parameter',
    'GIG3007 GIG1078',
    'withSecretText("id", ({ ...all }) => { echo(JSON.stringify(all)); });',
  ),
  attempt(
    'a rest parameter',
    `GIG1043 ${given}`,
    'withSecretText("id", (...all) => { echo(JSON.stringify(all)); });',
  ),
  attempt(
    'a default of the parameter',
    given,
    'withSecretText("id", (token: unknown = "x") => { echo(JSON.stringify(token)); });',
  ),
  attempt(
    'a second parameter',
    `${stored} ${given}`,
    'withSecretText("id", (token, copy: unknown = token) => { echo(JSON.stringify(copy)); });',
  ),
  attempt(
    'spread arguments',
    'GIG1048 GIG3007 GIG1090',
    'const all = ["id", say] as const; withSecretText(...all);',
  ),
  attempt('a parameter of another type', given, 'withSecretText("id", (token: unknown) => { say(token); });'),
  attempt('a parameter of an optional call', given, 'withSecretText?.("id", (token) => { say(token); });'),
  attempt(
    'another name of the primitive',
    `GIG1031 ${given}`,
    'bind("id", (token) => { say(token); });',
    "import { withSecretText as bind } from 'gig-ci/jenkins';",
  ),
  attempt(
    'the user name',
    given,
    'withSecretLogin("id", (user, password) => { sh`x ${password}`; say(user); });',
  ),
  attempt('the path of a file', given, 'withSecretFile("id", (path) => { say(path); });'),
  attempt(
    'a function that takes secrets',
    `GIG3006 ${given}`,
    'withSecretText("id", (token) => { push(token); });',
    'function push(token: Secret): void { sh`x ${token}`; }',
  ),
  attempt(
    'a variable of the type',
    `GIG3006 ${stored}`,
    'let copy: Secret | undefined; withSecretText("id", (token) => { copy = token; }); echo(JSON.stringify(copy));',
  ),
  attempt(
    'credentials of AWS',
    read,
    'withAwsCredentials("id", () => { echo(env.AWS_SECRET_ACCESS_KEY ?? ""); });',
  ),
  attempt(
    'credentials of AWS in another case',
    read,
    'withAwsCredentials("id", () => { echo(env.aws_session_token ?? ""); });',
  ),
];
