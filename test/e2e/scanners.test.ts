/** The stand-ins for scanners: they find what is there and nothing else, and take no flag that their tool lacks. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolImage } from '../../vars/shared/images';
import { buildImage, describeInWorld, runScript, runTool } from './in-world';
import { pythonImage, vulnerablePackage } from './world/images';

describeInWorld('scanners', (suite) => {
  const { world, folder } = suite;
  test('the stand-in for Trivy finds the vulnerable package that is in an image, and nothing in another one', async () => {
    const context = folder();
    writeFileSync(join(context, 'Dockerfile'), `FROM ${pythonImage}\nRUN pip install ${vulnerablePackage}\n`);
    const planted = (await buildImage(suite, context)).archive;
    writeFileSync(join(context, 'Dockerfile'), `FROM ${pythonImage}\nRUN pip install sqlparse\n`);
    const clean = (await buildImage(suite, context)).archive;
    const scan = async (file: string, inputs = {}) => {
      const place = folder();
      const { outputs, problem } = await runScript(world(), place, 'trivy-scan.sh', {
        ARCHIVE: file,
        REPORTS: 'reports',
        IMAGE: toolImage('trivy', undefined),
        SEVERITY: ['HIGH', 'CRITICAL'],
        SCANNERS: ['vuln'],
        IGNORE_UNFIXED: 'false',
        DATABASE: 'auto',
        MINUTES: '5',
        ...inputs,
      });
      return { findings: outputs['findings'], problem, place };
    };
    const found = await scan(planted);
    expect(found).toMatchObject({ findings: '1', problem: [] });
    expect(readFileSync(join(found.place, 'reports', 'trivy.sarif'), 'utf8')).toContain('CVE-2024-4340');
    expect(await scan(clean)).toMatchObject({ findings: '0', problem: [] });
    expect(await scan(clean, { SEVERITY: ['LOW'] })).toMatchObject({ findings: '1' });
    const image = ['image', '--scanners=vuln', '--severity=HIGH', '--exit-code=3', `--input=${planted}`];
    const cache = `--cache-dir=${folder()}`;
    expect((await runTool(world(), 'trivy', [...image, cache])).status).toBe(3);
    const early = await runTool(world(), 'trivy', [...image, `--cache-dir=${folder()}`, '--skip-db-update']);
    expect(early.stderr).toContain('--skip-db-update cannot be specified on the first run');
  });

  test('the stand-in for Dependency-Check finds it too, and writes each report', async () => {
    const place = folder();
    const package_ = join(place, 'site', 'sqlparse-0.4.4.dist-info');
    mkdirSync(package_, { recursive: true });
    writeFileSync(join(package_, 'METADATA'), 'Metadata-Version: 2.1\nName: sqlparse\nVersion: 0.4.4\n');
    const check = (...words: string[]) =>
      runTool(world(), 'dependency-check', [
        '--scan',
        join(place, 'site'),
        '--out',
        place,
        '--data',
        place,
        ...words,
      ]);
    expect((await check('--noupdate')).status).toBe(13);
    expect((await check('--format=ALL', '--enableExperimental', '--failOnCVSS=7')).status).toBe(15);
    expect((await check('--enableExperimental', '--failOnCVSS=8')).status).toBe(0);
    const report = JSON.parse(readFileSync(join(place, 'dependency-check-report.json'), 'utf8'));
    expect(report.dependencies[0].vulnerabilities[0]).toMatchObject({ name: 'CVE-2024-4340' });
    expect(readFileSync(join(place, 'dependency-check-report.xml'), 'utf8')).toContain(
      '<baseScore>7.5</baseScore>',
    );
  });

  test.each([
    ['trivy', ['image', '--frobnicate']],
    ['trivy', ['image']],
    ['trivy', ['frobnicate']],
    ['dependency-check', ['--frobnicate']],
    ['dependency-check', ['--format', 'XML']],
    ['sonar-scanner', ['--frobnicate']],
  ])('%s %j fails', async (name, words) => {
    const { status, stdout, stderr } = await runTool(world(), name, words);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toMatch(/frobnicate|equire/);
  });
});
