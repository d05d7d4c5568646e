export type OrganisationKind =
  | 'ministry'
  | 'body'
  | 'federation'
  | 'order'
  | 'establishment'
  | 'other';

/** An organisation as it was called on a date. */
export interface Organisation {
  readonly key: string;
  readonly kind: OrganisationKind;
  readonly name: { readonly fr: string; readonly en: string | null };
  readonly acronym: string | null;
  readonly sector: string | null;
  readonly website: string | null;
  readonly parent: {
    readonly key: string;
    readonly name: { readonly fr: string; readonly en: string | null };
  } | null;
  /** Every name it has had, oldest first; `until` is excluded, null is "since ever" or "still". */
  readonly names: readonly {
    readonly name: string;
    readonly acronym: string | null;
    readonly from: string | null;
    readonly until: string | null;
  }[];
}

export interface OrganisationReader {
  /** Every organisation in force on the date, in French alphabetical order. */
  list(asOf: string): Promise<readonly Organisation[]>;
  find(key: string, asOf: string): Promise<Organisation | null>;
}
