/** The middle lines of the digits, each in a cell of 6 by 12 with pens 2 wide, so that they fall on whole pixels. */
const lines = [
  'M1 1H5V11H1Z',
  'M.9 2.6 3 1V11',
  'M1 1H5V6H1V11H5',
  'M1 1H5V11H1M2 6H5',
  'M1 1V6H5M5 1V11',
  'M5 1H1V6H5V11H1',
  'M5 1H1V11H5V6H1',
  'M1 1H5L2.6 11',
  'M1 1H5V11H1ZM1 6H5',
  'M1 11H5V1H1V6H5',
] as const;

const cellWidth = 6;
/** No more than two digits can be read at 16 pixels. */
export const mostMinutes = 99;

/** A whole number up to 99 in the middle of the icon's 16 by 16 grid, to be drawn with the attributes given. */
export function digitsSvg(value: number, attributes: string, gap = 2): string {
  const digits = [...String(value)].map(Number);
  const width = digits.length * cellWidth + (digits.length - 1) * gap;
  const left = (16 - width) / 2;
  return digits
    .map((digit, index) => {
      const x = left + index * (cellWidth + gap);
      return `<path transform="translate(${x} 2)" d="${lines[digit] ?? ''}" fill="none" ${attributes}/>`;
    })
    .join('');
}
