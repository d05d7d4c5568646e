import type { MarkedRun, Prose as ProseRuns } from '#presentation/prose.ts';

/** A sentence of a catalogue, with its marks and links. */
export function Prose({ runs }: { readonly runs: ProseRuns }) {
  return runs.map((run, index) =>
    typeof run === 'string' ? run : <MarkedText key={index} run={run} />,
  );
}

function MarkedText({ run }: { readonly run: MarkedRun }) {
  const { text, mark, href, lang } = run;
  if (href !== undefined) {
    return (
      <a href={href} lang={lang}>
        {text}
      </a>
    );
  }
  return mark === undefined ? (
    <span lang={lang}>{text}</span>
  ) : (
    <strong className={mark}>{text}</strong>
  );
}
