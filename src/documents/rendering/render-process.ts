// The entry of a rendering process: each renderer is loaded when the first document needs it.

import { answerJobs, settings } from './answer-jobs.ts';

answerJobs({
  pdf: async () => {
    const { openPdfRenderer } = await import('../pdf/render-pdf.ts');
    const renderer = openPdfRenderer();
    return (document) => renderer.render(document);
  },
  docx: async () => (await import('../docx/render-docx.ts')).renderDocx,
  html: async () => (await import('../html/render-html.ts')).renderHtml,
  xlsx: async () => (await import('../xlsx/render-xlsx.ts')).renderXlsx,
  json: async () => {
    const { renderJson } = await import('../json/render-json.ts');
    return (document) => renderJson(document, settings.schemaAddress);
  },
});
