/** Reads from a class file how long its methods are: chapter 4 of the Java Virtual Machine Specification. */

/** A method with the bytes of its code, of which Java allows 65535. */
export interface MethodCode {
  readonly name: string;
  readonly bytes: number;
}

/** Lengths of the entries of the constant pool behind their tag; a text has its own. */
const entryLengths: { readonly [tag: number]: number } = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/** The methods of a class. @throws Error when it is no class file */
export function methodsOf(file: Buffer): readonly MethodCode[] {
  if (file.readUInt32BE(0) !== 0xcafebabe) throw new Error('no class file');
  let at = 8;
  const short = (): number => file.readUInt16BE((at += 2) - 2);
  const texts = new Map<number, string>();
  const constants = short();
  for (let index = 1; index < constants; index++) {
    const tag = file.readUInt8(at++);
    if (tag === 1) {
      const length = short();
      texts.set(index, file.toString('latin1', at, at + length));
      at += length;
    } else {
      const length = entryLengths[tag];
      if (length === undefined) throw new Error(`unknown constant ${tag}`);
      at += length;
      // A long or double takes two places.
      if (length === 8) index++;
    }
  }
  at += 6;
  const interfaces = short();
  at += 2 * interfaces;
  const members = (): readonly MethodCode[] =>
    Array.from({ length: short() }, () => {
      at += 2;
      const name = texts.get(short()) ?? '';
      at += 2;
      let bytes = 0;
      for (let attributes = short(); attributes > 0; attributes--) {
        const kind = texts.get(short());
        const length = file.readUInt32BE(at);
        // Behind the length of the attribute stand two shorts, then the length of the code.
        if (kind === 'Code') bytes = file.readUInt32BE(at + 8);
        at += 4 + length;
      }
      return { name, bytes };
    });
  members();
  return members();
}
