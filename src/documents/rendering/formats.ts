/** The forms a document can be had in. */
export type DocumentFormat = 'pdf' | 'docx' | 'html' | 'xlsx' | 'json';

export interface FormatDescription {
  /** As in a `content-type` header. */
  readonly contentType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
}

export const FORMATS: Readonly<Record<DocumentFormat, FormatDescription>> = {
  pdf: { contentType: 'application/pdf', extension: 'pdf' },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  html: { contentType: 'text/html; charset=utf-8', extension: 'html' },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  json: { contentType: 'application/json; charset=utf-8', extension: 'json' },
};
