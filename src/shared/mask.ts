/** Keeps the last four characters of a customer's number; a short one is hidden whole. */
export function maskNumber(number: string): string {
  if (number === '') return '';
  const shown = number.length > 6 ? number.slice(-4) : '';
  return `•••${shown}`;
}
