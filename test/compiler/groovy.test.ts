/** What the output looks like: a handful of constructs, whole. The behaviour is tested in both worlds elsewhere. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { print } from '../../src/groovy';

/** The Groovy text of a project's file. */
function groovyOf(path: string, files: { readonly [path: string]: string }): string {
  const { files: compiled, diagnostics } = compile(loadSources('/project', new Map(Object.entries(files))));
  expect(diagnostics).toEqual([]);
  const file = compiled.find((each) => each.path === path);
  return file === undefined ? `no ${path}` : print(file).text;
}

test('a global variable: call checks, perform works, names and comments are the author’s', () => {
  const source = `
import { echo, sh, stage } from 'gig-ci/jenkins';

/** Parameters of {@link gigScan}. */
export interface ScanParameters {
  /** Image. */
  image: string;
  /** Severities. */
  severity?: readonly string[];
  /** Report. */
  report?: { file?: string } | false;
}

/**
 * Scans an image.
 * @returns the digest
 */
export default function gigScan({ image, severity = ['HIGH'], report = {} }: ScanParameters): string {
  // Newest database first.
  stage('Scan', () => {
    sh\`trivy image --severity \${severity.join(',')} \${image}\`;
  });

  if (report && report.file !== undefined) {
    echo(\`Report: \${report.file}\`); // for humans
  }
  return digestOf(image) ?? 'none';
}

/** The part behind the at sign. */
function digestOf(image: string): string | undefined {
  const [, digest] = image.split('@');
  return digest;
}
`;
  expect(groovyOf('vars/gigScan.groovy', { 'vars/gigScan.ts': source })).toBe(`\
// Generated from vars/gigScan.ts by gig-ci. Change that file, not this one.
import com.cloudbees.groovy.cps.NonCPS
import gigci.parameters.GigScanParameters
import gigci.runtime.Parameters
import gigci.runtime.Text

/**
 * Scans an image.
 * @return the digest
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigScan', GigScanParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    String image = parameters.image
    List severity = parameters.severity != null ? parameters.severity : ['HIGH']
    def report = parameters.report != null ? parameters.report : [:]

    // Newest database first.
    stage('Scan') {
        withEnv(["GIG_VALUE_1=\${severity.join(',')}", "GIG_IMAGE=\${image}"]) {
            sh('trivy image --severity "\${GIG_VALUE_1-}" "\${GIG_IMAGE-}"')
        }
    }

    if (report != false && report.file != null) {
        // for humans
        echo("Report: \${report.file}")
    }
    String digestOfResult = digestOf(image)
    return digestOfResult != null ? digestOfResult : 'none'
}

/** The part behind the at sign. */
@NonCPS
private String digestOf(String image) {
    List splitResult = Text.split(image, '@')
    String digest = splitResult[1]
    return digest
}
`);
});

test('a shared module: a class with static methods', () => {
  const source = `
const SEPARATORS = { image: ':', digest: '@' } as const;

/** Full reference. */
export function reference(repository: string, tag: string): string {
  return \`\${repository}\${SEPARATORS.image}\${tag}\`;
}

export function all(): readonly string[] {
  return Object.values(SEPARATORS);
}
`;
  expect(groovyOf('src/gigci/shared/Images.groovy', { 'vars/shared/images.ts': source })).toBe(`\
// Generated from vars/shared/images.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Maps

/** Helpers of vars/shared/images.ts. */
final class Images {

    private Images() {
    }

    /** Full reference. */
    @NonCPS
    static String reference(String repository, String tag) {
        return "\${repository}:\${tag}"
    }

    @NonCPS
    static List all() {
        return Maps.values(separators())
    }

    @NonCPS
    private static Map separators() {
        return [image: ':', digest: '@']
    }
}
`);
});

test('failures and clean-up: an interruption passes, what fails last cannot mask what failed first', () => {
  const source = `
import { echo, sh } from 'gig-ci/jenkins';

export function push(): void {
  try {
    sh\`push\`;
  } catch (failure) {
    throw new Error(failure instanceof Error ? \`Push: \${failure.message}\` : 'Push');
  } finally {
    echo('done');
  }
}
`;
  expect(groovyOf('vars/gigPush.groovy', { 'vars/gigPush.ts': source })).toBe(`\
// Generated from vars/gigPush.ts by gig-ci. Change that file, not this one.
import gigci.runtime.Flow
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

void push() {
    def failed = null
    try {
        try {
            sh('push')
        } catch (FlowInterruptedException interruption) {
            throw interruption
        } catch (Exception failure) {
            error("Push: \${failure.message}")
        }
    } catch (Throwable thrown) {
        failed = thrown
        throw thrown
    } finally {
        try {
            echo('done')
        } catch (FlowInterruptedException interruption2) {
            throw interruption2
        } catch (Exception later) {
            Flow.failedWhileCleaningUp(this, failed, later)
        }
    }
}
`);
});

test('loops copy what closures capture; comments inside an expression stand above its statement', () => {
  const source = `
import { echo, parallel } from 'gig-ci/jenkins';

export function visit(names: readonly string[]): void {
  for (const name of names) {
    parallel({
      // The first.
      one: () => echo(name),
      two: () => echo('2'),
    });
  }
}
`;
  expect(groovyOf('vars/gigRun.groovy', { 'vars/gigRun.ts': source })).toBe(`\
// Generated from vars/gigRun.ts by gig-ci. Change that file, not this one.

void visit(List names) {
    for (String nextName in names) {
        String name = nextName
        // The first.
        parallel(one: {
            echo(name)
        }, two: {
            echo('2')
        })
    }
}
`);
});

test.each([
  [
    'Iterable',
    "interface Iterable { n: string }\nexport function probe(): string {\n  const own: Iterable = { n: 'q' };",
    'Map own =',
  ],
  [
    'Error',
    "interface Error { n: string }\nexport function probe(): string {\n  const own: Error = { n: 'q' };",
    'Map own =',
  ],
  [
    'Error or nothing, of the language',
    "export function probe(): string {\n  let own: Error | undefined;\n  try { throw new Error('q'); } catch (failure) { if (failure instanceof Error) own = failure; }",
    'def own\n',
  ],
  [
    'Iterable or nothing, of the language',
    'export function probe(list: readonly string[] = []): string {\n  const own = list.length > 1 ? list.entries() : undefined;',
    'List own =',
  ],
])('a variable has the Groovy type of what it holds: %s', (_title, declaration, expected) => {
  const text = `${declaration}\n  return own === undefined ? 'a' : 'b';\n}\n`;
  expect(groovyOf('src/gigci/shared/Probe.groovy', { 'vars/shared/probe.ts': text })).toContain(expected);
});

test('a closure of an unknown value does not give what the body of its step gives', () => {
  const source = `import { echo, stage } from 'gig-ci/jenkins';
/** Probe. */
export default function gigProbe(): void {
  const list: string[] = [];
  const f = (): unknown => stage('z', () => { list.push('x'); });
  echo(JSON.stringify(f()));
}
`;
  const text = groovyOf('vars/gigProbe.groovy', { 'vars/gigProbe.ts': source });
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(/stage\('z'\) \{ [^}]* \} return/);
});
