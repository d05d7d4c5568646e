/**
 * Orders the numbers of measures and themes, which are text, the way a reader counts:
 * "1" < "2" < "2a" < "2b" < "10", and "1.9" < "1.10".
 *
 * Runs of digits are compared as whole numbers, everything else letter by letter without regard to
 * case. Two numbers tie only when they are the same text once trimmed, so that a list never depends
 * on the order in which its rows were read.
 *
 * @returns a negative number when `a` comes first, a positive one when `b` does, 0 when they are the same
 */
export function compareNumbers(a: string, b: string): number {
  const left = a.trim();
  const right = b.trim();
  return compareRuns(runs(left.toLowerCase()), runs(right.toLowerCase())) || byText(left, right);
}

function runs(text: string): string[] {
  return text.match(/[0-9]+|[^0-9]+/g) ?? [];
}

function compareRuns(left: readonly string[], right: readonly string[]): number {
  for (const [index, run] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareRun(run, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareRun(left: string, right: string): number {
  const leftDigits = withoutLeadingZeros(left);
  const rightDigits = withoutLeadingZeros(right);
  if (leftDigits === null || rightDigits === null) return byText(left, right);
  // Compared as text of equal length: a long run of digits would lose its tail as a number.
  return leftDigits.length - rightDigits.length || byText(leftDigits, rightDigits);
}

function withoutLeadingZeros(run: string): string | null {
  return /^[0-9]/.test(run) ? run.replace(/^0+/, '') : null;
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
