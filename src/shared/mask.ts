/** Keeps the last four characters of a customer's number, however it is spaced; a short one is hidden whole. */
export function maskNumber(number: string): string {
  const compact = number.replace(/[\s().-]/g, '');
  if (compact === '') return number.trim() === '' ? '' : '•••';
  const shown = compact.length > 6 ? compact.slice(-4) : '';
  return `•••${shown}`;
}
