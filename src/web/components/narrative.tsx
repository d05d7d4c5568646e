import { type NarrativeInline, parseNarrative } from '#modules/plan/rules/narrative.ts';

interface NarrativeProps {
  readonly text: string;
  readonly lang: 'fr' | undefined;
}

/** What was done, as it was told: paragraphs, lists and links. */
export function Narrative({ text, lang }: NarrativeProps) {
  return (
    <div className="narrative" lang={lang}>
      {parseNarrative(text).map((block, index) =>
        block.kind === 'paragraph' ? (
          <p key={index}>
            <Inlines content={block.content} />
          </p>
        ) : (
          <ul key={index}>
            {block.items.map((item, place) => (
              <li key={place}>
                <Inlines content={item} />
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function Inlines({ content }: { readonly content: readonly NarrativeInline[] }) {
  return content.map((inline, index) =>
    inline.kind === 'text' ? (
      inline.text
    ) : (
      <a key={index} href={inline.href}>
        {inline.text}
      </a>
    ),
  );
}
