/**
 * The styles of the file. Those that Word has have its own names, which it shows in its user's
 * language; ours have French ones.
 */
export const STYLES = {
  body: 'BodyText',
  lede: 'Chapeau',
  small: 'PetitTexte',
  missing: 'TexteManquant',
  signature: 'Signature',
  bullet: 'ListBullet',
  title: 'Title',
  subtitle: 'Subtitle',
  subject: 'Organisme',
  date: 'Date',
  draft: 'MentionProjet',
  colophon: 'Colophon',
  logo: 'Logo',
  figure: 'Figure',
  caption: 'Caption',
  tableCaption: 'LegendeTableau',
  dataTitle: 'TitreDonnees',
  contentsTitle: 'TOCHeading',
  tableText: 'TexteTableau',
  tableFigure: 'ChiffreTableau',
  tableSmall: 'PetitTexteTableau',
  smallFigure: 'PetitChiffreTableau',
  closeText: 'TexteSerre',
  closeFigure: 'ChiffreSerre',
  closeSmall: 'PetitTexteSerre',
  closeSmallFigure: 'PetitChiffreSerre',
  closeGroupTitle: 'TitreGroupeSerre',
  closeGroupAside: 'AparteGroupeSerre',
  tableBullet: 'PuceTableau',
  columnHeader: 'EnTeteColonne',
  figureHeader: 'EnTeteChiffre',
  groupTitle: 'TitreGroupe',
  numberedGroupTitle: 'TitreGroupeNumerote',
  groupAside: 'AparteGroupe',
  groupDetail: 'DetailGroupe',
  numberedGroupDetail: 'DetailGroupeNumerote',
  afterTable: 'ApresTableau',
  runningHead: 'Header',
  pageNumber: 'Footer',
  note: 'FootnoteText',
} as const;

/**
 * Styles of runs. Word takes bold off where both a paragraph and a run have it from their styles: those
 * that hold bold runs are not bold themselves.
 */
export const MARKS = {
  strong: 'Strong',
  emphasis: 'Emphasis',
  link: 'Hyperlink',
  late: 'TonEnRetard',
  due: 'TonAEcheance',
  done: 'TonFait',
  doubt: 'TonIncertain',
  quiet: 'TonDiscret',
  groupNumber: 'NumeroGroupe',
  draft: 'MentionEnTete',
  captionNumber: 'NumeroLegende',
  detailLabel: 'IntituleDetail',
} as const;

export const TABLE_STYLES = { ordinary: 'TableauFilets', close: 'TableauSerre' } as const;
