export const privacy = {
  title: 'Confidentialité',
  lede: 'Les pages publiques se lisent sans se faire connaître\u00A0: ni témoin, ni script, ni mesure d’audience. Ce qui suit concerne les personnes qui se connectent pour leur organisation.',
  kept: 'Ce qui est gardé',
  columns: { what: 'Quoi', why: 'Pourquoi', howLong: 'Combien de temps' },
  sections: [
    {
      heading: 'Qui le voit',
      items: [
        'Vos collègues de la même organisation voient votre nom, votre courriel, votre rôle et vos absences.',
        'La coordination, l’administration et l’observation voient aussi les personnes de chaque organisation. Chaque fois que la coordination ou l’administration ouvre votre fiche, le registre le note, et vous pouvez le lire.',
        'Le public ne voit aucun nom.',
      ],
    },
    {
      heading: 'Où cela va',
      items: [
        'Rien ne sort de cette installation, sauf les courriels qui vous sont envoyés et, si vous l’employez, la connexion par votre organisation.',
        'Seuls des témoins nécessaires à la connexion sont posés, sur les pages où l’on se connecte\u00A0: celui de votre connexion disparaît quand vous quittez.',
        'Rien n’est vendu, ni donné, ni confié à un service d’analyse.',
      ],
    },
    {
      heading: 'Vos droits',
      items: [
        'Voir ce qui est gardé de vous et le faire corriger\u00A0: la Loi sur l’accès aux documents des organismes publics et sur la protection des renseignements personnels vous en donne le droit.',
        'Retirer vous-même, dans «\u00A0Mon compte\u00A0», vos moyens de connexion et vos connexions ouvertes.',
        'Demander que votre identité soit effacée après votre départ\u00A0: ce que vous avez écrit pour votre organisation reste, sans votre nom.',
        'Vous adresser à la Commission d’accès à l’information si une réponse ne vous satisfait pas.',
      ],
    },
  ],
  contact: {
    heading: 'À qui s’adresser',
    to: (name: string) =>
      `À l’organisation qui coordonne le plan\u00A0: ${name}, ou à la personne qui vous a invité.`,
    general: 'À l’organisation qui coordonne le plan, ou à la personne qui vous a invité.',
  },
};
