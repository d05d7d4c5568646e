import type { DocumentFormat } from '#documents/rendering/formats.ts';
import type { View } from '../../page/view.ts';

const FORMATS: readonly DocumentFormat[] = ['pdf', 'docx', 'xlsx', 'html', 'json'];

/** The same report to take away: each format, and what it is good for. */
export function ReportFiles({ view, asOf }: { readonly view: View; readonly asOf: string }) {
  const { files } = view.t.report;
  return (
    <section className="report-files" aria-labelledby="report-files">
      <h2 id="report-files">{files.heading}</h2>
      <ul>
        {FORMATS.map((format) => (
          <li key={format}>
            <a href={view.to.reportFile(format, asOf)}>{files.names[format]}</a>
            <span className="source">{files.uses[format]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
