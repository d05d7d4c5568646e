/** The name of the hidden field by which a form says that it comes from a page of this visitor's. */
export const FORM_TOKEN = 'form-token';
