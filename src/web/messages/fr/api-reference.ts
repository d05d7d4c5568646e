export const apiReference = {
  title: 'Référence de l’interface',
  lede: 'Tout ce que ces pages montrent, lisible par un programme, sans clé ni inscription.',
  conventions: {
    heading: 'Conventions',
    items: [
      'Les adresses commencent par /api/v1. Les réponses sont en JSON, sauf les fichiers.',
      'Un pourcentage est un nombre de 0 à 1; null dit qu’il n’y en a pas.',
      'Une date est au format AAAA-MM-JJ.',
      'Une erreur est un objet «\u00A0problem details\u00A0» (RFC 9457)\u00A0: status, title, detail.',
      'Chaque réponse porte un ETag\u00A0: renvoyez-le dans If-None-Match pour ne rien recevoir deux fois.',
    ],
  },
  machine: 'La même description, pour un programme (OpenAPI 3.1)',
  operations: 'Adresses',
  schemas: 'Objets',
  parameters: 'Paramètres',
  answer: 'Réponse',
  noParameters: 'Aucun paramètre.',
  example: 'Exemple\u00A0:',
  required: 'obligatoire',
};
