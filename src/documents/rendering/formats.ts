/** The forms a document can be had in. A file's name ends with its format. */
export type DocumentFormat = 'pdf' | 'docx' | 'html' | 'xlsx' | 'json';

export interface FormatDescription {
  /** As in a `content-type` header. */
  readonly contentType: string;
}

export const FORMATS: Readonly<Record<DocumentFormat, FormatDescription>> = {
  pdf: { contentType: 'application/pdf' },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  html: { contentType: 'text/html; charset=utf-8' },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { contentType: 'application/json; charset=utf-8' },
};

export function isDocumentFormat(text: string): text is DocumentFormat {
  return Object.hasOwn(FORMATS, text);
}
