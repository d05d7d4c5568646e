import type { ImportMessage, ImportPreview } from '#web/coordination/coordination.ts';
import { coordination } from '../../messages/coordination.ts';

const t = coordination.preview;

/** What the reading of the file has to say, the serious first, each at its cell. */
export function Messages({ preview }: { readonly preview: ImportPreview }) {
  const bySeverity = Map.groupBy(preview.messages, (message) => message.severity);
  return (
    <>
      <MessageList
        kind="errors"
        heading={t.errors}
        explanation={t.errorsWhy}
        messages={bySeverity.get('error') ?? []}
      />
      <MessageList
        kind="warnings"
        heading={t.warnings}
        explanation={t.warningsWhy}
        messages={bySeverity.get('warning') ?? []}
      />
      <MessageList kind="infos" heading={t.notes} messages={bySeverity.get('info') ?? []} />
    </>
  );
}

interface MessageListProps {
  readonly kind: 'errors' | 'warnings' | 'infos';
  readonly heading: string;
  readonly explanation?: string;
  readonly messages: readonly ImportMessage[];
}

function MessageList({ kind, heading, explanation, messages }: MessageListProps) {
  if (messages.length === 0) return null;
  return (
    <section className={`messages ${kind}`} aria-labelledby={`messages-${kind}`}>
      <h2 id={`messages-${kind}`}>
        {heading} <span className="num">({messages.length})</span>
      </h2>
      {explanation === undefined ? null : <p>{explanation}</p>}
      <ul>
        {messages.map(({ sheet, cell, text }, index) => (
          <li key={index}>
            <strong className="place">{t.place(sheet, cell)}</strong> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
