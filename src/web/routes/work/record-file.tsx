import { type LoaderFunctionArgs, redirect } from 'react-router';
import { isRecordFormat, type RecordFormat } from '#modules/record/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { refuse } from '../../page/problem.ts';
import { readRecordQuery, recordAddress } from '../../page/record-query.ts';
import { openView } from '../../page/view.ts';
import { openWorkPage } from '../../page/work.ts';

/** More events than this are for the command line: a page's answer is held in memory. */
const MOST = 20_000;

const TYPES: Readonly<Record<RecordFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Hands over what the visitor may see of the record, as a file; what is refused is said on its page. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'record');
  const format = args.params['format'] ?? '';
  if (!isRecordFormat(format)) return refuse(frame, { kind: 'not-found' });
  const query = readRecordQuery(args.url.searchParams);
  const parts: string[] = [];
  try {
    await site.work.record.export(
      visitor.actor,
      query,
      format,
      async (text) => {
        for await (const part of text) parts.push(part);
      },
      MOST,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refused = error.code === 'too-large' ? { refused: error.code } : {};
    return redirect(openView(frame).to.work('record', {}, { ...recordAddress(query), ...refused }));
  }
  return new Response(parts.join(''), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="registre-${site.today}.${format}"`,
    },
  });
}
