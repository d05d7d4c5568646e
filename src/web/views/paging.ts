/** A part of a list too long for one page. */
export interface Slice<T> {
  readonly items: readonly T[];
  /** One for each page, in order; a single one when the list fits. */
  readonly pages: readonly { readonly page: number; readonly first: T; readonly last: T }[];
  /** From 1. */
  readonly page: number;
}

/** Cuts a list; a page that does not exist is the first one. @param asked as written in the address */
export function slice<T>(
  list: readonly T[],
  size: number,
  asked: string | null | undefined,
): Slice<T> {
  const chunks = Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
  const page = Number(asked);
  const items = chunks[page - 1];
  return {
    items: items ?? chunks[0] ?? [],
    page: items ? page : 1,
    pages: chunks.flatMap((chunk, index) => {
      const [first] = chunk;
      const last = chunk.at(-1);
      return first === undefined || last === undefined ? [] : [{ page: index + 1, first, last }];
    }),
  };
}
