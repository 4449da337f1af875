/** Numbers of things, as messages and reports say them. */

/** `1 step`, `2 steps`. */
export function quantityText(quantity: number, noun: string): string {
  return `${quantity} ${noun}${quantity === 1 ? '' : 's'}`;
}
