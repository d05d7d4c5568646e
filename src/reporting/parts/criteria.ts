import { paragraph, text } from '#documents/inlines.ts';
import { type MakePart, said } from '../part-context.ts';

/** What each measure is held to. */
export const criteriaPart: MakePart = (context) => {
  const { state, t } = context;
  const { criteria } = state.plan;
  if (criteria.length === 0) return [paragraph([t.criteria.none])];
  return [
    paragraph([t.criteria.lede]),
    {
      kind: 'list',
      items: criteria.map((criterion) => [
        said(context, criterion.name, { strong: true }),
        text('\u00A0: '),
        said(context, criterion.description),
      ]),
    },
  ];
};
