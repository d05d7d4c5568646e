export const work = {
  places: {
    home: 'Mon espace',
    coordination: 'Coordination',
    updates: 'Mises à jour',
    observations: 'Mes observations',
    people: 'Personnes',
    record: 'Registre',
    mail: 'Courriels',
    account: 'Mon compte',
  },
  signOut: 'Quitter',
};
