/** Durations as a person reads them. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** `340 ms`, `1.5 s`, `12 s`, `2 min 05 s`, `1 h 02 min`; cut, never rounded up to the next unit. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < second) {
    return `${Math.floor(milliseconds)} ms`;
  }
  if (milliseconds < 10 * second) {
    return `${Math.floor(milliseconds / 100) / 10} s`;
  }
  if (milliseconds < minute) {
    return `${Math.floor(milliseconds / second)} s`;
  }
  if (milliseconds < hour) {
    return `${Math.floor(milliseconds / minute)} min ${twoDigits(Math.floor((milliseconds % minute) / second))} s`;
  }
  return `${Math.floor(milliseconds / hour)} h ${twoDigits(Math.floor((milliseconds % hour) / minute))} min`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
