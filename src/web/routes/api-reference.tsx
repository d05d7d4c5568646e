import type { LoaderFunctionArgs } from 'react-router';
import { Page } from '../components/page.tsx';
import { openPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView, type View } from '../page/view.ts';
import {
  type ReferenceField,
  type ReferenceOperation,
  readReference,
} from '../views/api-reference.ts';

/** The API, address by address and object by object. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame } = await openPage(args);
  return { frame, reference: readReference(site.describeApi()) };
}

export default function ApiReferencePage({ loaderData }: PageProps<typeof loader>) {
  const { frame, reference } = loaderData;
  const view = openView(frame);
  const { apiReference: t } = view.t;
  // The description itself is written in French.
  const lang = view.locale === 'fr' ? undefined : 'fr';
  return (
    <Page view={view} title={t.title}>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede}</p>
      </div>
      <div className="reading">
        <section>
          <h2>{t.conventions.heading}</h2>
          <ul>
            {t.conventions.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>
            <a href="/api/v1/openapi.json">{t.machine}</a>
          </p>
        </section>
      </div>
      <section>
        <h2>{t.operations}</h2>
        <div lang={lang}>
          {reference.operations.map((operation) => (
            <OperationEntry key={operation.id} view={view} operation={operation} />
          ))}
        </div>
      </section>
      <section>
        <h2>{t.schemas}</h2>
        <div lang={lang}>
          {reference.schemas.map(({ name, fields }) => (
            <section key={name} className="reference">
              <h3 id={name}>
                <code>{name}</code>
              </h3>
              <Fields view={view} fields={fields} label={name} />
            </section>
          ))}
        </div>
      </section>
    </Page>
  );
}

interface OperationProps {
  readonly view: View;
  readonly operation: ReferenceOperation;
}

function OperationEntry({ view, operation }: OperationProps) {
  const { apiReference: t } = view.t;
  const { mediaType, fields } = operation.answers;
  return (
    <section className="reference">
      <h3 id={operation.id}>{operation.summary}</h3>
      <p>
        <code>GET /api/v1{operation.path}</code>
      </p>
      <h4>{t.parameters}</h4>
      {operation.parameters.length === 0 ? (
        <p>{t.noParameters}</p>
      ) : (
        <Fields view={view} fields={operation.parameters} label={t.parameters} />
      )}
      <h4>
        {t.answer} {mediaType === null ? null : <code>{mediaType}</code>}
      </h4>
      {fields.length === 0 ? null : <Fields view={view} fields={fields} label={t.answer} />}
    </section>
  );
}

interface FieldsProps {
  readonly view: View;
  readonly fields: readonly (ReferenceField & { readonly required?: boolean })[];
  readonly label: string;
}

function Fields({ view, fields, label }: FieldsProps) {
  const { required, example } = view.t.apiReference;
  return (
    <dl className="fields" aria-label={label}>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>
            <code>{field.name}</code> <code className="type">{field.type}</code>
            {field.required ? <> ({required})</> : null}
          </dt>
          {field.description === null && field.example === null ? null : (
            <dd>
              {field.description}
              {field.example === null ? null : (
                <>
                  {' '}
                  {example} <code>{field.example}</code>
                </>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
