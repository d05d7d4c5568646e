export const accessibility = {
  title: 'Accessibilité',
  lede: 'Ces pages visent le Standard sur l’accessibilité des sites Web du Québec (SGQRI 008 3.0), c’est-à-dire les WCAG 2.1 au niveau AA. Elles n’ont pas encore été évaluées par un tiers.',
  sections: [
    {
      heading: 'Ce qui est fait',
      items: [
        'Toutes les pages publiques fonctionnent sans script, au clavier seul et avec un lecteur d’écran.',
        'Aucune information ne tient à la couleur seule\u00A0: chaque état a aussi sa forme et ses mots.',
        'Les dessins d’échéances et les barres sont doublés d’un texte qui dit la même chose.',
        'Les pages se lisent à 320 pixels de large, à 400\u00A0% d’agrandissement, en clair, en sombre, en contraste élevé et sur papier.',
      ],
    },
    {
      heading: 'Comment c’est vérifié',
      items: [
        'Un outil (axe-core) examine chaque page à chaque modification, et toute erreur bloque la livraison.',
        'Des parcours entiers sont refaits au clavier seul, dans un navigateur.',
        'Chaque page est regardée en clair, en sombre, imprimée et sur un écran étroit.',
      ],
    },
    {
      heading: 'Ce qui manque',
      items: [
        'Aucune évaluation par un tiers, ni par des personnes qui utilisent des aides techniques, n’a eu lieu.',
        'Les textes du plan ne sont pas tous traduits\u00A0: dans les pages anglaises, le français est annoncé comme tel.',
        'Le champ de date est celui du navigateur\u00A0: son aspect et son confort en dépendent.',
        'Les fichiers Excel téléchargés suivent la mise en page du tableau de suivi, avec ses cellules fusionnées; le fichier CSV dit la même chose plus simplement.',
      ],
    },
  ],
  contact: {
    heading: 'Signaler un obstacle',
    to: (name: string) =>
      `Si quelque chose vous arrête, écrivez à l’organisation qui coordonne le plan\u00A0: ${name}. Dites l’adresse de la page et ce que vous vouliez faire.`,
    general:
      'Si quelque chose vous arrête, écrivez à l’organisation qui coordonne le plan. Dites l’adresse de la page et ce que vous vouliez faire.',
  },
};
