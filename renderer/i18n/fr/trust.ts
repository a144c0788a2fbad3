/** How the other end of a call is proven, for people. */
export const trust = {
  patient: 'Vos deux mots : {{first}} · {{second}}. Le médecin voit les mêmes.',
  staff: '{{first}} · {{second}}',
  purpose: {
    assistant: 'Liaison prouvée : le médecin voit les mêmes mots.',
    physician: 'Liaison prouvée : la cabine montre les mêmes mots.',
  },
  /** 256, in the order of the other language: both ends say the same thing by the same number. */
  words:
    'abeille agneau aigle canard cerf cheval chouette cigale cigogne coq corbeau crabe cygne dauphin ' +
    'écureuil escargot faucon flamant fourmi girafe grenouille hamster hérisson hirondelle kangourou ' +
    'koala lapin lézard lion loutre lynx marmotte merle moineau mouton ours panda papillon perroquet ' +
    'phoque pigeon pingouin poney poulain renard saumon tigre tortue truite zèbre chameau autruche méduse ' +
    'toucan arbre bambou banane basilic bouleau cacao cerise châtaigne chêne chocolat citron coton crêpe ' +
    'épinard érable farine figue fleur forêt fraise framboise fromage gâteau gaufre herbe jasmin kiwi ' +
    'laitue laurier lavande lilas maïs mangue melon menthe miel mousse muguet myrtille noisette noix ' +
    'olive orange orge orchidée palmier persil poivre pomme prune radis raisin rose salade saule soupe ' +
    'sucre tomate trèfle tulipe vanille yaourt ananas abricot tournesol coquelicot marguerite mandarine ' +
    'aurore brise cascade colline comète corail désert diamant dune étoile falaise galaxie galet glacier ' +
    'jardin lagune montagne neige nuage océan planète plage pluie prairie rivière rocher rubis ruisseau ' +
    'soleil tonnerre vague vallée verger volcan argent cuivre cristal aimant ampoule ancre ardoise ' +
    'armoire balançoire ballon barque bougie bouteille boussole brique brosse bureau cabane cadeau ' +
    'calendrier camion canapé canoë carnet casquette ceinture chaise cheminée chemise cinéma ciseaux ' +
    'clavier clé coffre collier coussin crayon cuillère domino drapeau échelle école écharpe enveloppe ' +
    'éponge escalier étagère fauteuil fenêtre ferme ficelle flûte fusée garage guitare hamac harpe hélice ' +
    'horloge igloo journal jumelles kayak laine lanterne lettre lunettes manteau marché miroir montre ' +
    'moteur nappe navire panier parapluie pelle peigne phare piano pinceau porte puzzle ruban sifflet ' +
    'stylo tabouret tambour tapis théière timbre toit tracteur trompette tunnel vase vélo violon voilier ' +
    'village',
};
