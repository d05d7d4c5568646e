import type { Directory } from '#modules/organisations/index.ts';
import type { DraftParty } from '../change/plan-draft.ts';
import type { FollowUpTable, Message, TableMeasure } from '../follow-up-table/index.ts';
import { isProbablyTypo, nearestName } from '../follow-up-table/index.ts';

export interface ResolvedParties {
  readonly parties: ReadonlyMap<TableMeasure, readonly DraftParty[]>;
  readonly messages: readonly Message[];
}

/**
 * Says which organisation or group each name of a table stands for. A name nobody knows is kept as
 * written, with the nearest known one proposed; when it looks like a slip of the keyboard it is an
 * error, unless the person insists (`keepUnknown`).
 */
export function resolveParties(
  table: FollowUpTable,
  directory: Directory,
  keepUnknown: boolean,
): ResolvedParties {
  const messages: Message[] = [];
  const told = new Set<string>();
  const resolve = (measure: TableMeasure, role: DraftParty['role'], text: string) => {
    const match = directory.match(text);
    if (match === null || match.kind === 'ambiguous') {
      const cell = cellOf(measure, role);
      if (!told.has(text))
        messages.push(unknownName(text, match, cell, measure, directory, keepUnknown));
      told.add(text);
    }
    return match;
  };
  const parties = new Map(
    table.measures.map((measure) => [
      measure,
      (['lead', 'collaborator'] as const).flatMap((role) =>
        (role === 'lead' ? measure.leads : measure.collaborators).map(({ text, qualifier }) => {
          // "OAQ (architectes)" settles which OAQ; "MES (collégial)" only says more of the MES.
          const whole = qualifier === null ? null : directory.match(`${text} (${qualifier})`);
          const match = whole ?? resolve(measure, role, text);
          return {
            role,
            text,
            qualifier,
            organisationId: match?.kind === 'organisation' ? match.id : null,
            groupId: match?.kind === 'group' ? match.id : null,
          };
        }),
      ),
    ]),
  );
  return { parties, messages };
}

function cellOf(measure: TableMeasure, role: DraftParty['role']): string {
  const cells = measure.lines[0]?.cells ?? {};
  const own = role === 'lead' ? cells.lead : cells.collaborators;
  return own ?? cells['lead-and-collaborators'] ?? measure.at.cell;
}

function unknownName(
  text: string,
  match: { readonly kind: 'ambiguous'; readonly names: readonly string[] } | null,
  cell: string,
  measure: TableMeasure,
  directory: Directory,
  keepUnknown: boolean,
): Message {
  const at = { sheet: measure.at.sheet, cell };
  if (match) {
    return {
      ...at,
      severity: 'warning',
      code: 'ambiguous-organisation',
      text: `« ${text} » désigne plusieurs organisations (${match.names.join('; ')}) : gardé tel quel; écrivez le nom au long pour le lier.`,
    };
  }
  const nearest = nearestName(text, directory.names);
  const slip = nearest !== null && !keepUnknown && isProbablyTypo(text, directory.names);
  const proposal = nearest
    ? ` La plus proche : ${nearest.acronym ? `${nearest.acronym}, ` : ''}${nearest.name}.`
    : '';
  return {
    ...at,
    severity: slip ? 'error' : 'warning',
    code: slip ? 'organisation-slip' : 'unknown-organisation',
    text: slip
      ? `Organisation inconnue : « ${text} ».${proposal} Corrigez la cellule, ou demandez de garder les noms inconnus (--keep-unknown).`
      : `Organisation inconnue : « ${text} », gardée telle quelle.${proposal}`,
  };
}
