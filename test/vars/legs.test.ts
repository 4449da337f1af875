/** The files of the legs that `options.parallel` runs side by side: by the real scripts, with what the pipeline gives them. */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describePipeline, inputsOf, lineWith } from './router-pipeline';
import { runScript } from './run-script';

jest.setTimeout(60_000);

const legs = {
  SonarQube: ['sonar-scan.sh'],
  OWASP: ['owasp-check.sh'],
  Image: ['kaniko-build.sh', 'image-load.sh', 'trivy-scan.sh'],
} as const;

/** Tools that write where they are told, and note what they are given to read. */
const tools = {
  docker: `
    case $1 in
      create) echo 3f2a ;;
      cp)
        if [[ $2 == - ]]; then note "reads $(tar -tf - | xargs)"
        elif [[ $3 == *:* ]]; then :
        elif [[ $2 == */. ]]; then touch "$3/report.xml"
        elif [[ -d $3 ]]; then mkdir "$3/\${2##*/}"; touch "$3/\${2##*/}/report-task.txt"
        else echo '{}' >"$3"
        fi
        ;;
      start) if [[ $* == *--interactive* ]]; then note "reads $(tar -tzf - | xargs)"; fi ;;
      exec) if [[ $* == *--interactive* ]]; then cat >/dev/null; fi ;;
      image) echo sha256:5e2b ;;
    esac`,
};
const programs = {
  'sonar-scanner':
    'for word; do if [[ $word == -Dsonar.working.directory=* ]]; then mkdir "${word#*=}"; touch "${word#*=}/report-task.txt"; fi; done',
  'dependency-check': `
    while [[ $1 != --out ]]; do shift; done
    note "reads $(cd "$2/.." && find . | xargs)"
    touch "$2/dependency-check-report.xml"`,
  trivy: 'while [[ $# -gt 0 && $1 != --output ]]; do shift; done; [[ $# == 0 ]] || echo "{}" >"$2"',
};

/** When each file and folder below a folder was changed last, as the kernel knows it. */
function snapshot(folder: string): Map<string, bigint> {
  const paths = ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })];
  return new Map(paths.map((path) => [path, lstatSync(join(folder, path), { bigint: true }).ctimeNs]));
}

function changed(before: Map<string, bigint>, after: Map<string, bigint>): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => before.get(path) !== after.get(path)).sort();
}

describePipeline('the legs', (pipeline) => {
  describe.each(['backend', '.'])('of a service in %s', (backendDir) => {
    test.each([
      ['programs', { ...tools, ...programs }, []],
      ['containers', tools, Object.keys(programs)],
    ])(
      'write nothing that another one reads or writes, with their tools as %s',
      async (_what, given, lacks) => {
        const record = await pipeline.run(
          lineWith(`backendDir: '${backendDir}', options: [parallel: true]`),
          {
            files: Object.fromEntries(
              [
                'requirements.txt',
                'manage.py',
                'sonar-project.properties',
                'Dockerfile',
                'setup.py',
                'htmlcov/index.html',
              ].map((file) => [join(backendDir, file), '']),
            ),
          },
        );
        expect(record.result).toBe('SUCCESS');
        const place = mkdtempSync(join(tmpdir(), 'gig-ci-legs-'));
        const workspace = join(place, 'workspace');
        try {
          for (const file of ['sonar-project.properties', 'Dockerfile', 'app/models.py']) {
            mkdirSync(dirname(join(workspace, backendDir, file)), { recursive: true });
            writeFileSync(join(workspace, backendDir, file), '');
          }
          // As the stages before leave it.
          mkdirSync(join(workspace, '.gig-ci'));
          const writes: { [leg: string]: string[] } = {};
          for (const [leg, scripts] of Object.entries(legs)) {
            for (const script of scripts) {
              const before = snapshot(place);
              const { exit, problem, log, calls } = runScript(script, {
                inputs: {},
                environment: { ...inputsOf(record, script), XDG_CACHE_HOME: join(place, 'cache') },
                tools: given,
                lacks: ['dependency-check.sh', ...lacks],
                workspace,
              });
              expect({ script, exit, problem, log: exit === 0 ? '' : log }).toEqual({
                script,
                exit: 0,
                problem: [],
                log: '',
              });
              const reads = calls.filter((call) => call.startsWith('reads ')).join(' ');
              expect(reads.split(' ').filter((path) => path.includes('.gig-ci/'))).toEqual([]);
              (writes[leg] ??= []).push(...changed(before, snapshot(place)));
            }
          }
          // Folders that hold what several legs write: nobody reads them as a whole.
          const common = [
            ...['', 'cache', 'cache/gig-ci', 'workspace/.gig-ci', 'workspace/.gig-ci/reports'],
            ...['workspace@tmp', 'workspace@tmp/gig-ci-temporary'],
          ];
          const own = Object.values(writes).map((paths) =>
            [...new Set(paths)].filter((path) => !common.includes(path)),
          );
          const all = own.flat();
          expect(all.filter((path, index) => all.indexOf(path) !== index)).toEqual([]);
          const source = all.filter((path) => /^workspace(?!\/\.gig-ci\/|@tmp)/.test(path));
          expect(source).toEqual([]);
          expect(own.map((paths) => paths.length > 0)).toEqual([true, true, true]);
        } finally {
          rmSync(place, { recursive: true, force: true });
        }
      },
    );
  });
});
