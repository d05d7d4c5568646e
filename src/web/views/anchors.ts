/** The place of a term in the vocabulary page: "M/O en charge" is at "#m-o-en-charge". */
export function anchorOf(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** One anchor for each label, numbered from the second time the same one comes: acronyms are not unique. */
export function anchorsOf(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const anchor = anchorOf(label);
    const times = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, times);
    return times === 1 ? anchor : `${anchor}-${times}`;
  });
}
