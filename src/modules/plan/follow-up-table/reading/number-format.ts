/** The built-in formats that hold neither a date nor plain "General" (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm am/pm',
  19: 'h:mm:ss am/pm',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
};

/** @returns the format code of a built-in identifier, `General` for those that vary by locale. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

/** @returns whether a format shows the number as a percentage. */
export function isPercentFormat(format: string): boolean {
  return unquoted(firstSection(format)).includes('%');
}

/**
 * A number as its format shows it, for the formats that matter in a follow-up table: fixed and
 * optional decimals, leading zeros, percentages, quoted text around. Anything else is shown in
 * full, with the 15 digits a spreadsheet keeps.
 */
export function displayNumber(value: number, format: string): string {
  const section = firstSection(format);
  const match = /^([^0#?]*)([0#?,. ]*[0#?])([^0#?]*)$/.exec(masked(section));
  if (!match?.[2] || /general/i.test(section)) return plainNumber(value);
  const start = match[1]?.length ?? 0;
  const pattern = match[2];
  const scaled = isPercentFormat(format) ? value * 100 : value;
  const [whole = '', decimals = ''] = pattern.replace(/[, ]/g, '').split('.');
  const required = decimals.replace(/[^0]/g, '').length;
  let digits = Math.abs(scaled).toFixed(Math.min(decimals.length, 20));
  if (decimals.length > required) {
    digits = digits.replace(/0+$/, (zeros) =>
      zeros.slice(0, Math.max(0, zeros.length - (decimals.length - required))),
    );
  }
  const point = digits.indexOf('.');
  const wholeDigits = point < 0 ? digits : digits.slice(0, point);
  const padded = wholeDigits.padStart(whole.replace(/[^0]/g, '').length, '0');
  const shown = point < 0 ? padded : `${padded}${digits.slice(point)}`.replace(/\.$/, '');
  const sign = scaled < 0 ? '-' : '';
  return (
    sign + literal(section.slice(0, start)) + shown + literal(section.slice(start + pattern.length))
  );
}

/** At most 15 significant digits, as a spreadsheet shows under "General". */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function firstSection(format: string): string {
  return /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(format)?.[0] ?? format;
}

/** The same length, literals blanked out, so that positions still hold. */
function masked(section: string): string {
  return section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, (text) => '\u0001'.repeat(text.length));
}

function unquoted(section: string): string {
  return section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
}

function literal(text: string): string {
  return text
    .replace(/\[[^\]]*\]|_.|\*./g, '')
    .replace(
      /"([^"]*)"|\\(.)/g,
      (_whole, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
    );
}
