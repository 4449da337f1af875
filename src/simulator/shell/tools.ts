/** Which tools a command needs: those of every agent need not stand in a scenario. */

/** Words of the shell, its builtins, and what every Linux agent has (coreutils, grep, sed, awk, find, xargs). */
const everywhere = new Set(
  (
    '! [ [[ { ( : . if then else elif fi for while until do done case esac function select time in ' +
    'alias bg bind break builtin cd command continue declare dirs disown echo enable eval exec exit export false fc fg ' +
    'getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return ' +
    'set shift shopt source suspend test times trap true type typeset ulimit umask unalias unset wait ' +
    'arch b2sum base32 base64 basename basenc cat chgrp chmod chown chroot cksum comm cp csplit cut date dd df dir ' +
    'dircolors dirname du env expand expr factor fmt fold groups head hostid id install join link ln logname ls md5sum ' +
    'mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pinky pr printenv ptx readlink realpath ' +
    'rm rmdir runcon seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stdbuf stty ' +
    'sum sync tac tail tee timeout touch tr truncate tsort tty uname unexpand uniq unlink uptime users vdir wc who ' +
    'whoami yes sh bash grep egrep fgrep sed awk find xargs hostname ps'
  ).split(' '),
);

/** Whether a word is there without being installed. */
export function isEverywhere(word: string): boolean {
  return everywhere.has(word);
}

const assignment = /^[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|[^\s"'])*\s+/;
const plainWord = /^[A-Za-z0-9_.+-]+(?=$|[\s;&|()<>])/;

/**
 * The tool that a command begins with, behind assignments such as `A=1 tool`; `undefined` when that is a word of the
 * shell, a path, or made by an expansion.
 */
export function leadingTool(script: string): string | undefined {
  const line = script
    .split('\n')
    .find((candidate) => candidate.trim() !== '' && !candidate.trimStart().startsWith('#'));
  if (line === undefined) return undefined;
  let rest = line.trimStart();
  for (let match = assignment.exec(rest); match !== null; match = assignment.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  const word = plainWord.exec(rest)?.[0];
  return word === undefined || everywhere.has(word) ? undefined : word;
}
