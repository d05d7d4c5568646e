/** How a workbook shows a share from 0 to 1: as a percentage, with decimals only where it has some. */
export function shareFormat(share: number): string {
  return Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? '0 %' : '0.## %';
}
