/** The watch for secrets finds one where it stands, in another encoding, too, and not where it may be. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SecretWatch } from './secret-watch';

test('a secret on a command line and in a foreign environment is found, one in the build itself is not', async () => {
  const secret = 'canary/5ca1ab1e?';
  const watch = new SecretWatch([secret], 'WORKSPACE=/of/the/build');
  const start = (word: string, env: { readonly [name: string]: string }) =>
    spawn('/bin/sh', ['-c', 'sleep 30; :', word], {
      env: { PATH: '/usr/bin:/bin', ...env },
      stdio: 'ignore',
    });
  const children = [
    start(encodeURIComponent(secret), {}),
    start('foreign', { TOKEN: Buffer.from(secret).toString('base64') }),
    start('own', { TOKEN: secret, WORKSPACE: '/of/the/build' }),
  ];
  await sleep(1500);
  const { found } = await watch.end();
  for (const child of children) {
    child.kill();
    await once(child, 'close');
  }
  expect(
    found
      .filter(([, line]) => line.startsWith('/bin/sh'))
      .map(([kind, line]) => [kind, line.split(' ').at(-2)]),
  ).toEqual([
    ['command line', encodeURIComponent(secret)],
    ['environment', 'foreign'],
  ]);
});
