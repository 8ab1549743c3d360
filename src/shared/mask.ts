/** Keeps the last four characters of a customer's number, however it is spaced; a short one is hidden whole. */
export function maskNumber(number: string): string {
  const compact = number.replace(/[\s().-]/g, '');
  if (compact === '') return number.trim() === '' ? '' : '•••';
  const characters = [...compact];
  const shown = characters.length > 6 ? characters.slice(-4).join('') : '';
  return `•••${shown}`;
}
