import type { PartyState } from '#modules/plan/index.ts';
import { joinList } from '#platform/i18n/words.ts';
import type { View } from '../../page/view.ts';

/** Organisations as they were written, each leading to its page; groups are named only. */
export function Parties({
  view,
  parties,
}: {
  readonly view: View;
  readonly parties: readonly PartyState[];
}) {
  const lang = view.locale === 'fr' ? undefined : 'fr';
  return (
    <span lang={lang}>
      {joinList<PartyState>(view.locale, parties).map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <Party key={`${part.text} ${part.qualifier}`} view={view} party={part} />
        ),
      )}
    </span>
  );
}

function Party({ view, party }: { readonly view: View; readonly party: PartyState }) {
  const { text, qualifier, organisation } = party;
  return (
    <>
      {organisation ? (
        <a href={view.to.organisation(organisation.key)} title={fullName(party)}>
          {text}
        </a>
      ) : (
        text
      )}
      {qualifier === null ? null : ` (${qualifier})`}
    </>
  );
}

/** An acronym's full name, on demand; its page says it too. */
function fullName({ text, organisation }: PartyState): string | undefined {
  return organisation && organisation.name.fr !== text ? organisation.name.fr : undefined;
}
