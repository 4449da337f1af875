// Not for plain Node
import { echo, withDeadline, parallel, sleep } from 'gig-ci/jenkins';
const NAMES = ['x', '😀', ''] as const;
type Mode = 'fast' | 'slow' | 'off';
function same<Value>(value: Value): Value { return value; }
function helper0(said: string[], thrown: [number, boolean], as1: { [key: string]: string }): number {
said.push('in helper0');
said.push('1 ' + JSON.stringify([thrown, as1]));
/** documentation */
const error = (["aXbXc", 'b', "a"] as const).length + Math.abs(0);
said.push('2 ' + JSON.stringify([thrown, as1, error]));
switch (error) { case -0.5: said.push('3 ' + JSON.stringify([thrown, as1, error]));
break;
default: said.push('4 ' + JSON.stringify([thrown, as1, error])); }
said.push('5 ' + JSON.stringify([thrown, as1, error]));
return ((same<number | undefined>(error) ?? error) + 3);
}
// a function
// of the program
function helper1(said: string[]): [string, boolean] {
said.push('in helper1');
echo('6 ' + JSON.stringify([]));
echo('7 ' + JSON.stringify(["😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+')), "😀", same<string>("\\n\\u0041 a b "), same<string>(NAMES.join('+'))]));
const length = (_env1: number, owner: string = `${true}ab${``}`): string => owner;
echo('8 ' + JSON.stringify([length]));
length("$&".length, length(0.000001, "release/1.0"));
echo('9 ' + JSON.stringify([length]));
return same<[string, boolean]>(["1e21", true]);
}
function steps(said: string[]): void {
said.push('begins');
echo('13 ' + JSON.stringify([]));
switch (same<Mode>("slow")) { case "slow": { const metadata = same<Mode>("slow");
echo('14 ' + JSON.stringify([metadata]));
echo('15 ' + JSON.stringify([metadata]));
return; }
default: echo('16 ' + JSON.stringify([])); }
echo('17 ' + JSON.stringify([]));
const env1: { [name: string]: () => void } = { "one": () => { try { withDeadline(1, 'the nap', () => { switch (same<Mode>("fast")) { case "fast":
case "slow": echo('20 ' + JSON.stringify([]));
break;
default: echo('21 ' + JSON.stringify([])); }
echo('22 ' + JSON.stringify([]));
try { sleep(1); } catch { echo('18 ' + 'caught'); }
echo('23 ' + JSON.stringify([])); }); } catch (failure) { echo('24 ' + (failure instanceof Error ? failure.message : 'no error')); }
echo('25 ' + JSON.stringify([]));
let b: string = "\ud800";
echo('26 ' + JSON.stringify([b]));
echo('27 ' + JSON.stringify([b])); } };
parallel(env1);
parallel({});
echo('28 ' + JSON.stringify([]));
const thrown = same<number[]>([0, 0]);
echo('10 ' + JSON.stringify([same<number[]>([]).findLast((_text) => same<boolean>(false)), thrown.findIndex((_text) => same<boolean>(true)), thrown.slice((-1), (-1)), Math.ceil(237), Math.ceil(2147483648), `${true}b`.replace(/-{1,}/, "\n"), (383).toString(), thrown.findLast((_value) => same<boolean>(false)), "ΣΣΣAΣσςA".slice(4, 9), thrown.toReversed(), thrown.slice(1e+21), Math.round(10), thrown]));
echo('11 ' + JSON.stringify([helper0(said, [3, (same<boolean | undefined>(undefined) ?? same<boolean>(true))], { "01": "İıß" })]));
echo('12 ' + JSON.stringify([helper1(said)]));
}
/**
 * A program of the fuzzer.
 * @returns a text, when it returns anything
 */
export default function gigFound(): void {
  const more: string[] = [];
  try { steps(more); } catch (failure) { if (failure instanceof Error) echo('failed: ' + failure.message); }
  for (const line of more) echo(line);
}
