import { sql } from 'kysely';
import type { ActorTransaction, Database } from '#platform/database/database.ts';
import type { FollowUpTable, Message } from '../follow-up-table/index.ts';
import { readPlanExtent } from '../queries.ts';
import { parseDeadline } from '../rules/deadline.ts';
import { planPeriod } from './make-plan.ts';

export interface DateContext {
  readonly planId: number | null;
  readonly table: FollowUpTable;
  readonly asOf: string | null;
  readonly today: string;
}

/** A last report may come after the plan has ended, within this many days. */
const GRACE_DAYS = 366;

/** What is wrong with the dates of a table: the one it is for, and those of its deadlines. */
export async function dateMessages(
  db: Database | ActorTransaction,
  context: DateContext,
): Promise<Message[]> {
  const period = await knownPeriod(db, context);
  return [...asOfMessages(context, period), ...deadlineMessages(context.table, period)];
}

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

async function knownPeriod(
  db: Database | ActorTransaction,
  { planId, table, asOf }: DateContext,
): Promise<Period> {
  if (planId === null) return planPeriod(table, asOf ?? '0000-01-01');
  const { rows } = await sql<Period>`
    select lower(period) as "from", upper(period) - 1 as "to"
      from plan_version where plan_id = ${planId} order by valid desc limit 1
  `.execute(db);
  const extent = await readPlanExtent(db, planId);
  return { from: extent.from ?? rows[0]?.from ?? null, to: rows[0]?.to ?? null };
}

function asOfMessages({ asOf, today, table }: DateContext, period: Period): Message[] {
  const message = (severity: Message['severity'], code: string, text: string): Message => ({
    severity,
    code,
    sheet: table.sheet,
    cell: 'A1',
    text,
  });
  if (asOf === null) {
    return [
      message(
        'error',
        'no-as-of',
        'Le tableau ne dit pas à quelle date il vaut : indiquez-la (--as-of AAAA-MM-JJ).',
      ),
    ];
  }
  const messages: Message[] = [];
  if (table.asOf !== null && table.asOf !== asOf) {
    messages.push(
      message(
        'warning',
        'as-of-differs',
        `Le tableau se dit au ${table.asOf}; il est importé au ${asOf}, comme demandé.`,
      ),
    );
  }
  if (period.from !== null && asOf < period.from) {
    messages.push(
      message(
        'error',
        'before-plan',
        `Le ${asOf} précède le plan, qui commence le ${period.from} : vérifiez la date.`,
      ),
    );
  }
  if (period.to !== null && asOf > period.to) {
    const late = daysBetween(period.to, asOf) > GRACE_DAYS;
    messages.push(
      message(
        late ? 'error' : 'warning',
        'after-plan',
        `Le ${asOf} suit la fin du plan, le ${period.to}${late ? ' : vérifiez la date' : ''}.`,
      ),
    );
  }
  if (asOf > today) {
    messages.push(message('warning', 'in-the-future', `Le ${asOf} n’est pas encore venu.`));
  }
  return messages;
}

function deadlineMessages(table: FollowUpTable, period: Period): Message[] {
  const { from, to } = period;
  if (from === null || to === null) return [];
  return table.measures.flatMap((measure) =>
    measure.lines.flatMap((line): Message[] => {
      const text = line.indicator?.deadline;
      if (!text) return [];
      const deadline = parseDeadline(text);
      const outside =
        deadline.kind === 'dated' && (deadline.latest < from || deadline.earliest > to);
      if (!outside) return [];
      return [
        {
          severity: 'warning',
          code: 'deadline-outside-plan',
          sheet: line.at.sheet,
          cell: line.cells.deadline ?? line.at.cell,
          text: `L’échéance « ${text} » est hors du plan (${from} au ${to}).`,
        },
      ];
    }),
  );
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
